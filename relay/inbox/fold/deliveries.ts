import type { DeliveryStatus, Entry, EntryOf, Surface } from '@segue/sdk/protocol'

/** What went out in place of a delivery that was lost. */
export interface StandIn {
  on: Surface
  /** In the relay's words, when it chose to; nothing when an agent asked for it. */
  why?: string
}

/** One delivery of a message: a long message, or one with files, may take several at once. */
export interface Leg {
  delivery: string
  on: Surface
  status: DeliveryStatus
  /** When it got there. */
  at: number
  reason?: { code: string; text: string }
  instead?: StandIn
}

/** Every delivery of every message, in the order they began. */
export type Deliveries = ReadonlyMap<string, readonly Leg[]>

const isLost = ({ status, instead }: Leg) =>
  !instead && (status === 'failed' || status === 'unknown')

const legOf = ({ delivery, on, status, at, reason }: EntryOf<'receipt'>): Leg => ({
  delivery,
  on,
  status,
  at,
  ...(reason && { reason })
})

/** Only what stands in for a lost delivery is told of as queued: the others begin with their message. */
function standIn(legs: Leg[], { status, on, reason }: EntryOf<'receipt'>): void {
  const lost = status === 'queued' ? legs.findLast(isLost) : undefined
  if (lost) lost.instead = { on, ...(reason && { why: reason.text }) }
}

/** Reads the receipts: of each delivery the newest counts. */
export function foldDeliveries(entries: readonly Entry[]): Deliveries {
  const byMessage = new Map<string, Leg[]>()
  for (const entry of entries) {
    if (entry.type !== 'receipt') continue
    const legs = byMessage.get(entry.message) ?? []
    const known = legs.find(({ delivery }) => delivery === entry.delivery)
    if (known) Object.assign(known, legOf(entry))
    else {
      standIn(legs, entry)
      legs.push(legOf(entry))
    }
    byMessage.set(entry.message, legs)
  }
  return byMessage
}

// A message is as far as the least of its deliveries.
const LEAST_FIRST: DeliveryStatus[] = ['failed', 'unknown', 'queued', 'sent', 'delivered', 'read']

/** The delivery that says how far the whole message got; nothing before the first receipt. */
export function tellingLeg(legs: readonly Leg[]): Leg | undefined {
  const rank = ({ status }: Leg) => LEAST_FIRST.indexOf(status)
  return legs.filter(({ instead }) => !instead).toSorted((a, b) => rank(a) - rank(b))[0]
}

/** How far the visitor's page got: the newest `seq` of each kind, and when. */
export interface SeenOnSite {
  delivered: { upTo: number; at: number }
  read: { upTo: number; at: number }
}

/** Reads what the visitor's page has got and what the visitor has seen there. */
export function foldSeen(entries: readonly Entry[]): SeenOnSite {
  const seen: SeenOnSite = { delivered: { upTo: 0, at: 0 }, read: { upTo: 0, at: 0 } }
  for (const entry of entries) {
    if (entry.type !== 'seen' || entry.by !== 'visitor') continue
    const { status, upTo, at } = entry
    if (upTo > seen[status].upTo) seen[status] = { upTo, at }
  }
  return seen
}
