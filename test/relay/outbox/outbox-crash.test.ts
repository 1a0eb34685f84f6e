import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Outcome } from '../../../relay/src/core/channel.ts'
import { accepted, ended } from '../../doubles/channel.ts'
import { gate, openPostOffice } from './post-office.ts'

describe('a relay that stops', () => {
  it('waits for what is under way, and starts nothing more', async () => {
    const { channel, queue, open, until, texts, settled, store } = await openPostOffice()
    const slow = gate<Outcome>()
    channel.ends(() => slow.promise)
    await queue('maja', 'one')
    await queue('maja', 'two')
    const outbox = open()
    await until(() => texts().length === 1)
    let stopped = false
    const stopping = outbox.stop().then(() => {
      stopped = true
    })
    await queue('ola', 'three')
    outbox.wake()
    expect(stopped).toBe(false)
    slow.resolve(accepted('one'))
    await stopping
    expect(texts()).toEqual(['one'])
    expect(settled).toHaveLength(1)
    expect(await store.queued()).toBe(2)
  })

  it('goes on where it was when it is back', async () => {
    const { queue, open, until, texts, settled } = await openPostOffice()
    await queue('maja', 'one')
    const before = open()
    await until(() => settled.length === 1)
    await before.stop()
    await queue('maja', 'two')
    open()
    await until(() => settled.length === 2)
    expect(texts()).toEqual(['one', 'two'])
  })
})

describe('a relay that dies while sending', () => {
  async function die() {
    const office = await openPostOffice()
    const never = gate<Outcome>()
    // Let go only so that the test can end.
    onTestFinished(() => never.resolve(accepted('one')))
    office.channel.ends(() => never.promise)
    await office.queue('maja', 'one')
    await office.queue('maja', 'two')
    const dead = office.open({ leaseMs: 60_000, settle: async () => {} })
    await office.until(() => office.texts().length === 1)
    void dead.stop()
    office.channel.ends(({ delivery }) => accepted(delivery))
    return office
  }

  it('leaves a message nobody knows about, which is not sent again; the next ones are', async () => {
    const { open, pass, until, settled, texts, notices } = await die()
    pass(60_000)
    open()
    await until(() => settled.length === 2)
    expect(settled[0]).toMatchObject({
      delivery: 'one',
      outcome: { kind: 'unknown', reason: { code: 'interrupted' } }
    })
    expect(settled[1]).toMatchObject({ delivery: 'two', outcome: { kind: 'accepted' } })
    expect(texts()).toEqual(['one', 'two'])
    expect(notices[0]).toEqual({ type: 'interrupted', account: 'pigeon', delivery: 'one' })
  })

  it('keeps its message until its lease runs out', async () => {
    const { open, pass, texts, queue, until, settled } = await die()
    pass(59_999)
    await queue('ola', 'three')
    const outbox = open()
    await until(() => settled.length === 1)
    await outbox.stop()
    expect(texts()).toEqual(['one', 'three'])
  })
})

describe('an outbox whose store fails', () => {
  it('tries again to keep an outcome, without sending again', async () => {
    const { queue, open, until, texts, notices, store } = await openPostOffice()
    await queue('maja', 'Hej')
    let failures = 2
    let kept = 0
    const outbox = open({
      async settle({ store }, item) {
        if (failures-- > 0) throw new Error('disk full')
        await store.transaction(tx => tx.settle(item.id))
        kept++
      }
    })
    await until(() => notices.filter(({ type }) => type === 'error').length === 2)
    await outbox.stop()
    expect({ kept, texts: texts() }).toEqual({ kept: 1, texts: ['Hej'] })
    expect(await store.queued()).toBe(0)
  })

  it('goes on once the store is back', async () => {
    const { ports, queue, open, until, settled, notices } = await openPostOffice()
    await queue('maja', 'Hej')
    let failures = 1
    const { store } = ports
    const shaky: typeof store = {
      ...store,
      transaction: work =>
        failures-- > 0 ? Promise.reject(new Error('locked')) : store.transaction(work)
    }
    open({ ports: { ...ports, store: shaky } })
    await until(() => settled.length === 1)
    expect(notices[0]).toMatchObject({ type: 'error', error: { message: 'locked' } })
  })
})

describe('whatever networks do', () => {
  it('every message ends once, in the order of its lane', async () => {
    const ways = fc.constantFrom<Outcome | null>(
      ended.limited,
      ended.unreachable,
      ended.unknown,
      ended.content,
      null,
      null
    )
    const lanes = fc.array(fc.array(fc.array(ways, { maxLength: 3 }), { maxLength: 5 }), {
      minLength: 1,
      maxLength: 6
    })
    await fc.assert(
      fc.asyncProperty(lanes, fc.integer({ min: 1, max: 8 }), async (plan, concurrency) => {
        const { channel, queue, open, until, settled } = await openPostOffice()
        const fates = new Map<string, (Outcome | null)[]>()
        for (const [lane, messages] of plan.entries()) {
          for (const [index, fate] of messages.entries()) {
            fates.set(`${lane}/${index}`, fate)
            await queue(`lane-${lane}`, `${lane}/${index}`)
          }
        }
        channel.ends(
          ({ delivery }, attempt) => fates.get(delivery)![attempt - 1] ?? accepted(delivery)
        )
        const isOver = ({ outcome }: { outcome: Outcome }) =>
          !['limited', 'unreachable'].includes(outcome.kind)
        const outbox = open({ concurrency })
        await until(() => settled.filter(isOver).length === fates.size)
        await outbox.stop()
        for (const [lane, messages] of plan.entries()) {
          const over = settled.filter(isOver).map(({ delivery }) => delivery)
          const own = over.filter(delivery => delivery.startsWith(`${lane}/`))
          expect(own).toEqual(messages.map((_, index) => `${lane}/${index}`))
        }
      }),
      { numRuns: 15 }
    )
  })
})
