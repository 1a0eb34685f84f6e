import type { ClientFrameOf, ServerFrame } from '@segue/sdk/protocol'
import { type Resumption, resume } from '../core/conversation/resume.ts'
import type { Watcher } from '../core/ports.ts'
import { Refused } from '../core/refusal.ts'
import { elsewhere, homesOf } from './origins.ts'
import type { Peer } from './peer.ts'
import type { Rim } from './rim.ts'
import { followElsewhere } from './visitor-elsewhere.ts'
import { joinThread, newestAnswer } from './visitor-thread.ts'
import type { VisitorSession } from './visitor-verbs.ts'

/** What a page says of how long it has been open is believed up to this, in milliseconds. */
const MAX_VISIBLE_MS = 24 * 60 * 60_000

/** Since when a page has been as it says, for so many milliseconds. */
export const sinceOf = (now: number, visibleMs = 0): number =>
  now - Math.min(visibleMs, MAX_VISIBLE_MS)

/**
 * Answers a hello: welcome, what was missed, and from then on everything new.
 * Undefined when the visitor has too many connections; the peer is closed then.
 *
 * @throws {Refused} `unauthorized`, `forbidden`
 */
export async function greetVisitor(
  rim: Rim,
  peer: Peer<ServerFrame>,
  { frame, origin }: { frame: ClientFrameOf<'hello'>; origin: string }
): Promise<VisitorSession | undefined> {
  const { ports, roster, tokens, limits } = rim
  const { address, site } = await tokens.visitorOf(frame.token)
  if (!homesOf(site, ports.publicUrl).includes(origin)) {
    throw elsewhere(site, origin)
  }
  if (roster.watchersAt.of(address).size >= limits.connectionsPerVisitor) {
    peer.close('tooMany')
    return undefined
  }
  const resumed = await resume(ports, address, frame)
  const { visible, visibleMs, page } = frame
  const since = sinceOf(ports.now(), visibleMs)
  const watcher: Watcher = { address, visible, since, ...(page ? { page } : {}) }
  return beginSession(rim, peer, { resumed, watcher })
}

function beginSession(
  rim: Rim,
  peer: Peer<ServerFrame>,
  { resumed, watcher }: { resumed: Resumption; watcher: Watcher }
): VisitorSession {
  const { conversation, seq } = resumed
  if (conversation === null) throw new Refused('unauthorized', 'This visitor is not known here.')
  welcome(rim, peer, { ...resumed, conversation, visible: watcher.visible })

  const { watchersAt } = rim.roster
  watchersAt.add(watcher.address, watcher)
  const thread = joinThread(rim, { peer, watcher, conversation, since: seq })
  const leaveElsewhere = followElsewhere(rim, peer, watcher.address)
  return {
    rim,
    peer,
    watcher,
    thread,
    leave() {
      watchersAt.remove(watcher.address, watcher)
      thread.leave()
      leaveElsewhere()
    }
  }
}

function welcome(
  { receipts }: Rim,
  peer: Peer<ServerFrame>,
  { conversation, seq, replay, visible }: Resumption & { conversation: string; visible: boolean }
): void {
  const count = replay === 'reset' ? replay : replay.length
  peer.send({ type: 'welcome', conversation, seq, replay: count })
  if (replay === 'reset' || replay.length === 0) return
  peer.send({ type: 'entries', conversation, entries: replay })
  const upTo = visible ? newestAnswer(replay) : 0
  if (upTo > 0) receipts.got('visitor', conversation, upTo)
}
