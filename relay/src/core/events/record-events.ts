import type { TrackedEvent as WireEvent } from '@segue/sdk/protocol'
import { commit, type Writing } from '../commit.ts'
import { findPeople, makePeople, type People, visitorNode } from '../identity/find-people.ts'
import { joinPeople } from '../identity/join-people.ts'
import { learnTraits } from '../identity/learn-traits.ts'
import { type MarkedTraits, markTraits } from '../identity/merge-traits.ts'
import type { ProvenUser } from '../identity/prove-visitor.ts'
import { type Belief, kindOf, type Node, nodeOf, readCall } from '../identity/who-is-who.ts'
import type { TrackedEvent } from '../model.ts'
import type { Change, Ports } from '../ports.ts'
import type { Site } from '../settings.ts'
import { timeOf, trackedEvent } from './track-event.ts'

/** Events that came in together. */
export interface EventBatch {
  events: WireEvent[]
  /** The visitor's address, when a token has proven it. */
  address?: string | undefined
  /** The one anonymous id the visitor's token speaks for. @default every one in the batch */
  anonymousId?: string | undefined
  /** The user whose proof came with them. */
  user?: ProvenUser | undefined
  /** Whether the site's own server sent them: what they say of people is the company's word, not a page's. */
  trusted?: boolean | undefined
  /** By the client's clock. */
  sentAt?: number | undefined
  receivedAt: number
}

/** An event, whose it is, and what it tells of who is who. */
interface ReadEvent {
  event: WireEvent
  at: number
  node: Node | undefined
  told: ReturnType<typeof readCall>['told']
}

/** How far the events of a batch are believed on a site. */
export const beliefIn = (
  site: Site,
  { address, anonymousId, user, trusted = false }: Omit<EventBatch, 'events' | 'receivedAt'>
): Belief => ({
  trusted,
  proven: user,
  visitor: address === undefined ? undefined : visitorNode(address),
  visitorIs: anonymousId,
  takesClaims: !site.requiresProof
})

/**
 * Keeps events, each once by its `messageId`, and lets everybody count as whom they are by what the new ones tell
 * (`who-is-who.ts`). Nobody reads anything by it.
 */
export function recordEvents(
  ports: Ports,
  site: Site,
  batch: EventBatch
): Promise<{ stored: number }> {
  return commit(ports, async writing => {
    const calls = readEvents(site, batch)
    const people = await placeEvents(ports, writing, { site: site.key, calls })
    const added = await writing.tx.addEvents(
      calls.map(({ event, at, node }) =>
        trackedEvent(event, {
          ...{ id: ports.random.id(), site: site.key, at, receivedAt: batch.receivedAt },
          person: (node && people.get(node)?.id) ?? null
        })
      )
    )
    const isNew = new Set(added.map(({ messageId }) => messageId))
    // Each once, also when the batch holds it twice.
    const fresh = calls.filter(({ event }) => isNew.delete(event.messageId))
    await learnAll(writing, { batch, fresh, people })
    const told = fresh.flatMap(call => call.told.map(fact => ({ ...fact, at: call.at })))
    // Inboxes hear of the events before they hear that they must begin again.
    const later: Change[] = []
    const joining = { ...writing, tell: (change: Change) => void later.push(change) }
    const isChanged = await joinPeople(ports, joining, { site: site.key, told })
    await tellInboxes(writing, { site: site.key, fresh, added, people, isChanged })
    for (const change of later) writing.tell(change)
    return { stored: added.length }
  })
}

function readEvents(site: Site, batch: EventBatch): ReadEvent[] {
  const { events, sentAt, receivedAt } = batch
  const skew = sentAt === undefined ? 0 : receivedAt - sentAt
  const belief = beliefIn(site, batch)
  return events.map(event => {
    const call = readCall(event, belief)
    return { event, at: timeOf(event, { receivedAt, skew }), ...call }
  })
}

/** The persons events belong to. An anonymous id needs none of its own before more is told of it. */
async function placeEvents(
  ports: Ports,
  writing: Writing,
  { site, calls }: { site: string; calls: readonly ReadEvent[] }
): Promise<People> {
  const nodes = calls.flatMap(({ node }) => node ?? [])
  const people = await findPeople(writing.tx, site, nodes)
  const needed = calls.flatMap(({ node, event }) =>
    node && (kindOf(node) !== 'anon' || hasTraits(event)) ? node : []
  )
  await makePeople(ports, writing, { site, nodes: needed, people })
  return people
}

const hasTraits = ({ type, traits }: WireEvent): boolean =>
  type === 'identify' && traits !== undefined && Object.keys(traits).length > 0

async function learnAll(
  writing: Writing,
  { batch, fresh, people }: { batch: EventBatch; fresh: readonly ReadEvent[]; people: People }
): Promise<void> {
  const { trusted = false, user } = batch
  const told = new Map<Node, MarkedTraits[]>()
  for (const { node, event, at } of fresh) {
    if (!node || !hasTraits(event)) continue
    told.set(node, [...(told.get(node) ?? []), markTraits(event.traits!, [at, trusted])])
  }
  const signed = user?.traits && markTraits(user.traits, [user.at, true])
  for (const [node, parts] of told) {
    const isTheirs = signed && node === nodeOf('user', user.id)
    await learnTraits(writing, people.get(node)!, isTheirs ? [...parts, signed] : parts)
  }
}

interface News {
  site: string
  fresh: readonly ReadEvent[]
  added: readonly TrackedEvent[]
  people: People
  isChanged: boolean
}

/** Tells of events to those who look at the person they are shown with. */
async function tellInboxes(
  { tx, tell }: Writing,
  { site, fresh, added, people, isChanged }: News
): Promise<void> {
  const nodes = fresh.flatMap(({ node }) => node ?? [])
  const now = isChanged ? await findPeople(tx, site, nodes) : people
  const byRoot = new Map<string, TrackedEvent[]>()
  for (const [index, { node }] of fresh.entries()) {
    const root = node && now.get(node)?.root
    if (root) byRoot.set(root, [...(byRoot.get(root) ?? []), added[index]!])
  }
  for (const [person, events] of byRoot) tell({ type: 'events', person, events })
}
