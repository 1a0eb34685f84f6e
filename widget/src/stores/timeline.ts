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

/** Rows so far, and what the next one depends on. */
interface Gathered {
  rows: readonly Row[]
  said?: ShownMessage | undefined
  /** The visitor's own midnights before and after what was said last. */
  day: readonly [from: number, to: number]
  agent: string
}

const NOTHING: Gathered = { rows: [], day: [0, 0], agent: '' }

// A Date is local by nature.
const dayOf = (at: number) =>
  [new Date(at).setHours(0, 0, 0, 0), new Date(at).setHours(24, 0, 0, 0)] as const

/** Collects rows, and puts between them what neighbours call for. What it begins with stays as it is. */
function gather(before: Gathered) {
  const rows = [...before.rows]
  let { said, day, agent } = before
  return {
    gathered: (): Gathered => ({ rows, said, day, agent }),

    say(message: ShownMessage): void {
      const { key, at } = message
      if (at < day[0] || at >= day[1]) {
        day = dayOf(at)
        rows.push({ type: 'day', key: `day-${key}`, at })
      }
      const above = rows.at(-1)
      const joins = above?.type === 'message' && sameGroup(above.message, message)
      if (joins) rows[rows.length - 1] = { ...above, last: false }
      rows.push({ type: 'message', key, message, first: !joins, last: true })
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

/** The rows of these entries, after those gathered before. */
function addRows(before: Gathered, entries: readonly Entry[], standing: Standing): Gathered {
  const { seen, handoffs, edits } = standing
  const { gathered, say, note, offer } = gather(before)
  for (const entry of entries) {
    if (entry.type === 'message') say(showEntry(entry, seen, edits.get(entry.id)))
    else if (entry.type === 'handoff' && isStandingOffer(entry, handoffs)) {
      offer(entry.id, entry.to)
    } else {
      const line = noteOf(entry)
      if (line) note(entry.seq, line)
    }
  }
  return gathered()
}

/** Changes nothing that is drawn already. */
const isNext = ({ type }: Entry): boolean => type === 'message' || type === 'state'

/**
 * Gives the rows to show, oldest first, out of the thread and the messages on their way. The same entries give the same
 * rows, however they came in; a message after ten thousand others costs no more than the first.
 */
export function createTimeline() {
  let known: readonly Entry[] = []
  let standing = standingOf(known)
  let settled = NOTHING

  return (entries: readonly Entry[], pending: readonly PendingMessage[] = []): readonly Row[] => {
    const added = entries.slice(known.length)
    if (known.every((entry, at) => entry === entries[at]) && added.every(isNext)) {
      settled = addRows(settled, added, standing)
    } else {
      standing = standingOf(entries)
      settled = addRows(NOTHING, entries, standing)
    }
    known = entries
    const mine = pending.filter(({ cid }) => !settled.rows.some(({ key }) => key === cid))
    const { gathered, say } = gather(settled)
    for (const message of mine) say(showPending(message))
    return gathered().rows
  }
}

/** The rows of a thread that does not grow. */
export const timelineOf = (
  entries: readonly Entry[],
  pending?: readonly PendingMessage[]
): readonly Row[] => createTimeline()(entries, pending)
