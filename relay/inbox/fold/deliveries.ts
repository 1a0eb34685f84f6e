import type { DeliveryStatus, Entry, EntryOf, Surface } from '@segue/sdk/protocol'

/** One way a message took, and how far it got. */
export interface Leg {
  delivery: string
  on: Surface
  status: DeliveryStatus
  /** When it got there. */
  at: number
  reason?: { code: string; text: string }
}

/** Every delivery of every message, in the order they began. */
export type Deliveries = ReadonlyMap<string, readonly Leg[]>

const legOf = ({ delivery, on, status, at, reason }: EntryOf<'receipt'>): Leg => ({
  delivery,
  on,
  status,
  at,
  ...(reason && { reason })
})

/** Reads the receipts: the newest of each delivery counts. */
export function foldDeliveries(entries: readonly Entry[]): Deliveries {
  const byMessage = new Map<string, Leg[]>()
  for (const entry of entries) {
    if (entry.type !== 'receipt') continue
    const legs = byMessage.get(entry.message) ?? []
    const known = legs.findIndex(({ delivery }) => delivery === entry.delivery)
    if (known < 0) legs.push(legOf(entry))
    else legs[known] = legOf(entry)
    byMessage.set(entry.message, legs)
  }
  return byMessage
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
    if (entry.upTo > seen[entry.status].upTo)
      seen[entry.status] = { upTo: entry.upTo, at: entry.at }
  }
  return seen
}
