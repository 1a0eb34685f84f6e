import type { Entry } from '@segue/sdk/protocol'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createRelayPeer, type RelayPeer } from '../doubles/relay-peer.ts'
import { pass, visitAndOpen } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const cidOf = (entry: Entry) => (entry.type === 'message' ? entry.cid : undefined)

type Says = ['visitor' | 'agent', wait: number][]

/** Who speaks, and how long everybody is silent after that. */
const says: fc.Arbitrary<Says> = fc.array(
  fc.tuple(fc.constantFrom('visitor', 'agent'), fc.nat(3_000)),
  { minLength: 1, maxLength: 15 }
)

/** Talks through the trouble, then lets everything settle. */
async function talk(says: Says, trouble: Partial<RelayPeer['is']>) {
  const peer = createRelayPeer()
  Object.assign(peer.is, trouble)
  const { sdk, chat, record } = await visitAndOpen(peer)
  const cids: string[] = []
  for (const [from, wait] of says) {
    if (from === 'visitor') cids.push(chat.send(`${cids.length}`))
    else peer.message('agent', 'Yes?')
    await pass(wait)
  }
  await pass(10 * 60_000)
  sdk.destroy()
  return { peer, record, cids }
}

const expectOneThread = ({ peer, record, cids }: Awaited<ReturnType<typeof talk>>) => {
  expect(record.thread).toEqual(peer.log.entries)
  expect(peer.log.entries.map(cidOf).filter(Boolean)).toEqual(cids)
  expect(record.pending).toEqual([])
}

it('loses nothing, doubles nothing and keeps the order, wherever its sockets are cut', async () => {
  /** After so many frames, counted both ways, each connection is cut. */
  const frames = fc.array(fc.nat(12), { maxLength: 25 })
  await fc.assert(
    fc.asyncProperty(says, frames, async (says, frames) =>
      expectOneThread(await talk(says, { frames }))
    ),
    { numRuns: 150 }
  )
}, 60_000)

it('does so wherever its polls are lost, and on their way in either direction', async () => {
  const polls = fc.array(
    fc.constantFrom('fine' as const, 'unheard' as const, 'unanswered' as const),
    {
      maxLength: 40
    }
  )
  await fc.assert(
    fc.asyncProperty(says, polls, async (says, polls) =>
      expectOneThread(await talk(says, { sockets: 'no', polls }))
    ),
    { numRuns: 60 }
  )
}, 60_000)

it('shows the thread as it is, however often that changes and wherever it is cut', async () => {
  const changes = fc.array(
    fc.tuple(
      fc.constantFrom('message', 'flood', 'reset', 'replace', 'replace unsaid', 'cut'),
      fc.nat(2_000)
    ),
    { maxLength: 20 }
  )
  const frames = fc.array(fc.nat(8), { maxLength: 15 })
  await fc.assert(
    fc.asyncProperty(changes, frames, async (changes, frames) => {
      const peer = createRelayPeer()
      peer.is.frames = [...frames]
      const { sdk, record } = await visitAndOpen(peer)
      for (const [n, [change, wait]] of changes.entries()) {
        if (change === 'message') peer.message('agent', `${n}`)
        if (change === 'flood') for (let m = 0; m < 130; m++) peer.log.message('agent', `${n} ${m}`)
        if (change.startsWith('replace')) {
          peer.log.replace(`c${n + 2}`)
          peer.message('agent', 'Another thread')
        }
        if (change === 'reset' || change === 'replace') peer.publish({ type: 'reset' })
        if (change === 'cut') peer.cut()
        await pass(wait)
      }
      await pass(60_000)
      peer.message('agent', 'Last')
      await pass(60_000)
      sdk.destroy()
      const [first] = record.thread
      expect(record.thread).toEqual(peer.log.entries.slice(first!.seq - 1))
      expect(record.thread.length).toBeGreaterThanOrEqual(Math.min(100, peer.log.entries.length))
    }),
    { numRuns: 150 }
  )
}, 60_000)

it.each(Array.from({ length: 14 }, (_, frames) => frames))(
  'sends a message once when the connection is cut after frame %i, three times',
  async n => expectOneThread(await talk([['visitor', 0]], { frames: [n, n, n] }))
)
