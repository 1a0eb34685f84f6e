import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../relay/src/core/channel.ts'
import { accepted, ended } from '../../doubles/channel.ts'
import { gate, openPostOffice } from './post-office.ts'

describe('an account that only an operator can mend', () => {
  const lanes = ['maja', 'ola', 'eva']

  async function breakAccount() {
    const office = await openPostOffice()
    office.channel.ends(() => ended.broken)
    await office.queue('maja', 'one')
    const outbox = office.open({ pauseMs: 60_000 })
    await office.until(() => office.settled.length === 1)
    await office.dueIn(60_000)
    for (const lane of lanes) await office.queue(lane, `to ${lane}`)
    return { ...office, outbox }
  }

  it('is left alone for a while, and that is told', async () => {
    const { outbox, store, texts, notices, dueIn } = await breakAccount()
    outbox.wake()
    await dueIn(60_000)
    expect(texts()).toEqual(['one'])
    const { reason } = ended.broken
    expect(notices).toContainEqual({ type: 'paused', account: 'pigeon', reason, pauseMs: 60_000 })
    expect(await store.queued()).toBe(4)
  })

  it('is then tried by one message, and used again once that one went through', async () => {
    const { outbox, channel, texts, until, pass, settled, dueIn } = await breakAccount()
    const mended = gate<Outcome>()
    channel.ends(() => mended.promise)
    pass(60_000)
    outbox.wake()
    await until(() => texts().length === 2)
    await dueIn(1000)
    expect(texts()).toHaveLength(2)
    channel.ends(({ delivery }) => accepted(delivery))
    mended.resolve(accepted('probe'))
    await until(() => settled.length === 2)
    pass(60_000)
    outbox.wake()
    await until(() => settled.length === 5)
    expect(texts().slice(1).toSorted()).toEqual(['one', 'to eva', 'to maja', 'to ola'])
  })

  it('is left alone again when that one is refused as well', async () => {
    const { outbox, texts, until, pass, notices } = await breakAccount()
    for (const probes of [2, 3]) {
      pass(60_000)
      outbox.wake()
      await until(() => notices.filter(({ type }) => type === 'paused').length === probes)
      expect(texts()).toHaveLength(probes)
    }
  })

  it('is not stopped by a message that is refused for its own sake', async () => {
    const { channel, queue, open, until, settled, notices } = await openPostOffice()
    channel.ends(() => ended.content)
    for (const lane of lanes) await queue(lane, lane)
    open()
    await until(() => settled.length === 3)
    expect(notices.map(({ type }) => type)).toEqual(['sent', 'sent', 'sent'])
  })
})
