import type { Entry, EntryOf, PendingMessage, Surface } from '@segue/sdk'
import { foldSeen, type Seen, type ShownMessage, showEntry, showPending } from './message.ts'
import { type Note, noteOf } from './note.ts'

/** One row of the timeline. */
export type Row =
  | { type: 'day'; key: string; at: number }
  | { type: 'note'; key: string; note: Note }
  /** An agent suggests going on elsewhere. */
  | { type: 'offer'; key: string; to: Surface }
  /** `first` and `last`: of a group by one author, said within five minutes on one surface. */
  | { type: 'message'; key: string; message: ShownMessage; first: boolean; last: boolean }

/** Messages of one author further apart than this do not share a name and a time, in milliseconds. */
export const GROUP_MS = 5 * 60_000

const sameGroup = (one: ShownMessage, next: ShownMessage): boolean =>
  one.from === next.from &&
  one.name === next.name &&
  one.via === next.via &&
  next.at - one.at < GROUP_MS

// The visitor's own midnight: a Date is local by nature.
const dayOf = (at: number): string => new Date(at).toDateString()

/** What the thread adds up to, which rows further up depend on. */
interface Standing {
  seen: Seen
  handoffs: ReadonlyMap<string, EntryOf<'handoff'>>
  /** The newest change of each message. */
  edits: ReadonlyMap<string, EntryOf<'edit'>>
}

function standingOf(entries: readonly Entry[]): Standing {
  let seen: Seen = { delivered: 0, read: 0 }
  const handoffs = new Map<string, EntryOf<'handoff'>>()
  const edits = new Map<string, EntryOf<'edit'>>()
  for (const entry of entries) {
    if (entry.type === 'seen') seen = foldSeen(seen, entry)
    if (entry.type === 'handoff') handoffs.set(entry.id, entry)
    if (entry.type === 'edit') edits.set(entry.message, entry)
  }
  return { seen, handoffs, edits }
}

/** An agent's offer is shown once, where it was made, as long as it can be taken up. */
function isStandingOffer(entry: Entry, handoffs: Standing['handoffs']): boolean {
  if (entry.type !== 'handoff' || entry.by !== 'agent' || entry.way !== 'code') return false
  const now = handoffs.get(entry.id)?.status
  return entry.status === 'offered' && (now === 'offered' || now === 'opened')
}

/** Collects rows, and puts between them what neighbours call for. */
function createRows() {
  const rows: Row[] = []
  let said: ShownMessage | undefined
  let agent = ''
  return {
    rows,

    say(message: ShownMessage): void {
      if (!said || dayOf(said.at) !== dayOf(message.at)) {
        rows.push({ type: 'day', key: `day-${message.key}`, at: message.at })
      }
      const above = rows.at(-1)
      const joins = above?.type === 'message' && sameGroup(above.message, message)
      if (joins) above.last = false
      rows.push({ type: 'message', key: message.key, message, first: !joins, last: true })
      said = message
    },

    note(seq: number, note: Note): void {
      // An agent who comes and goes is announced once, until somebody else has come.
      const repeated = note.kind === 'joined' && note.name === agent
      if (note.kind === 'joined') agent = note.name
      if (!repeated) rows.push({ type: 'note', key: `note-${seq}`, note })
    },

    offer(id: string, to: Surface): void {
      rows.push({ type: 'offer', key: `offer-${id}`, to })
    }
  }
}

/**
 * The rows to show, oldest first, out of the thread and the messages on their way.
 * Pure: the same entries give the same rows, however they came in.
 */
export function timelineOf(
  entries: readonly Entry[],
  pending: readonly PendingMessage[] = []
): Row[] {
  const { seen, handoffs, edits } = standingOf(entries)
  const { rows, say, note, offer } = createRows()
  const known = new Set<string>()
  for (const entry of entries) {
    if (entry.type === 'message') {
      const message = showEntry(entry, seen, edits.get(entry.id))
      known.add(message.key)
      say(message)
    } else if (entry.type === 'handoff' && isStandingOffer(entry, handoffs)) {
      offer(entry.id, entry.to)
    } else {
      const line = noteOf(entry)
      if (line) note(entry.seq, line)
    }
  }
  for (const message of pending) if (!known.has(message.cid)) say(showPending(message))
  return rows
}
