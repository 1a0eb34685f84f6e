import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../relay/src/core/channel.ts'
import { accepted, ended } from '../../doubles/channel.ts'
import { gate, openPostOffice } from './post-office.ts'

describe('the outbox', () => {
  it('sends what waits, to every name of the address, with our delivery’s id', async () => {
    const { channel, queue, open, until, settled } = await openPostOffice()
    await queue('maja', 'Hej')
    open()
    await until(() => settled.length === 1)
    expect(channel.sent).toEqual([
      {
        to: ['phone:maja'],
        content: { text: 'Hej', files: [], buttons: [] },
        delivery: 'Hej'
      }
    ])
    expect(settled).toEqual([{ delivery: 'Hej', outcome: accepted('Hej'), attempts: 0 }])
  })

  it('sends what comes later, once it is woken', async () => {
    const { queue, open, until, texts } = await openPostOffice()
    const outbox = open()
    for (const text of ['one', 'two', 'three']) {
      await queue('maja', text)
      outbox.wake()
      await until(() => texts().includes(text))
    }
    expect(texts()).toEqual(['one', 'two', 'three'])
  })

  it('keeps the order of a lane while its first message is tried again', async () => {
    const { channel, queue, open, until, settled, texts } = await openPostOffice()
    for (const text of ['one', 'two', 'three']) await queue('maja', text)
    channel.ends(({ delivery }, attempt) =>
      attempt < 3 ? (attempt === 1 ? ended.limited : ended.unreachable) : accepted(delivery)
    )
    open()
    await until(() => settled.length === 9)
    expect(texts()).toEqual(['one', 'one', 'one', 'two', 'two', 'two', 'three', 'three', 'three'])
    expect(settled.map(({ attempts }) => attempts)).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2])
  })

  it('does not let one lane wait for another', async () => {
    const { channel, queue, open, until, settled } = await openPostOffice()
    const slow = gate<Outcome>()
    channel.ends(({ to, delivery }) => (to[0] === 'phone:maja' ? slow.promise : accepted(delivery)))
    await queue('maja', 'slow')
    await queue('maja', 'behind it')
    await queue('ola', 'quick')
    await queue('ola', 'too')
    open()
    await until(() => settled.length === 2)
    expect(settled.map(({ delivery }) => delivery)).toEqual(['quick', 'too'])
    slow.resolve(accepted('slow'))
    await until(() => settled.length === 4)
  })

  it('has no more sends under way than it may', async () => {
    const { channel, queue, open, until, settled, texts } = await openPostOffice()
    const start = gate()
    let underWay = 0
    let most = 0
    channel.ends(async ({ delivery }) => {
      most = Math.max(most, ++underWay)
      await start.promise
      underWay--
      return accepted(delivery)
    })
    for (let lane = 0; lane < 9; lane++) await queue(`lane-${lane}`, `text-${lane}`)
    open({ concurrency: 4 })
    await until(() => texts().length === 4)
    start.resolve()
    await until(() => settled.length === 9)
    expect(most).toBe(4)
  })

  it('leaves time between two messages to one address, and none between two addresses', async () => {
    const { queue, open, until, settled, texts, pass, dueIn } = await openPostOffice({
      spacingMs: 1000
    })
    await queue('maja', 'one')
    await queue('maja', 'two')
    await queue('ola', 'hej')
    const outbox = open()
    await until(() => settled.length === 2)
    await dueIn(1000)
    expect(texts().toSorted()).toEqual(['hej', 'one'])
    pass(1000)
    outbox.wake()
    await until(() => settled.length === 3)
    expect(settled.at(-1)).toMatchObject({ delivery: 'two', attempts: 0 })
  })

  it('sends nothing of what a status has told to have arrived after all', async () => {
    const { store, channel, queue, open, until, texts } = await openPostOffice()
    await queue('maja', 'one')
    await queue('maja', 'two')
    const arrived = gate<Outcome>()
    channel.ends(({ delivery }) => (delivery === 'one' ? arrived.promise : accepted(delivery)))
    const outbox = open()
    await until(() => texts().length === 1)
    await store.transaction(tx => tx.changeDelivery('one', { status: 'delivered' }))
    arrived.resolve(ended.limited)
    await until(() => texts().includes('two'))
    await outbox.stop()
    expect(texts()).toEqual(['one', 'two'])
    expect(await store.queued()).toBe(0)
  })

  it('does not know what became of a message whose channel broke', async () => {
    const { channel, queue, open, until, settled } = await openPostOffice()
    channel.ends(() => {
      throw new Error('+46700000001')
    })
    await queue('maja', 'Hej')
    open()
    await until(() => settled.length === 1)
    expect(settled[0]?.outcome).toEqual({
      kind: 'unknown',
      reason: { code: 'channel_error', text: 'The channel failed: Error.' }
    })
  })

  it('says so when the account of a message is no longer configured', async () => {
    const { queue, open, until, settled } = await openPostOffice()
    await queue('maja', 'Hej', 'gone')
    open()
    await until(() => settled.length > 0)
    expect(settled[0]?.outcome).toMatchObject({
      kind: 'refused',
      why: 'account',
      reason: { code: 'no_account', text: "The account 'gone' is not configured." }
    })
  })
})
