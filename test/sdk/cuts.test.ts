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

it.each(Array.from({ length: 14 }, (_, frames) => frames))(
  'sends a message once when the connection is cut after frame %i, three times',
  async n => expectOneThread(await talk([['visitor', 0]], { frames: [n, n, n] }))
)
