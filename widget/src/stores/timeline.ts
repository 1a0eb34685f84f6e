import type { Entry, EntryOf, PendingMessage } from '@segue/sdk'
import { foldSeen, type Seen, showEntry, showPending, stateOf } from './message.ts'
import { noteOf } from './note.ts'
import { type Gathered, gather, NOTHING, type Row } from './rows.ts'
import { goesOn, type Thread } from './thread.ts'

/** What the thread adds up to, which rows further up depend on. */
interface Standing {
  seen: Seen
  handoffs: ReadonlyMap<string, EntryOf<'handoff'>>
  /** The newest change of each message. */
  edits: ReadonlyMap<string, EntryOf<'edit'>>
}

const seenIn = (seen: Seen, entry: Entry): Seen =>
  entry.type === 'seen' ? foldSeen(seen, entry) : seen

function standingOf(entries: readonly Entry[]): Standing {
  let seen: Seen = { delivered: 0, read: 0 }
  const handoffs = new Map<string, EntryOf<'handoff'>>()
  const edits = new Map<string, EntryOf<'edit'>>()
  for (const entry of entries) {
    seen = seenIn(seen, entry)
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

/** The rows with what agents have got and read by now. Only those that it changes are others. */
const withSeen = (rows: readonly Row[], seen: Seen): readonly Row[] =>
  rows.map(row => {
    if (row.type !== 'message' || !row.message.state) return row
    const state = stateOf(row.message.seq, seen)
    return state === row.message.state ? row : { ...row, message: { ...row.message, state } }
  })

/** Changes nothing that is drawn already, but how far a message got. */
const isNext = ({ type }: Entry): boolean =>
  type === 'message' || type === 'state' || type === 'seen'

/**
 * Gives the rows to show, oldest first, out of the thread and the messages on their way. The same entries give the same
 * rows, however they came in; a message after ten thousand others costs no more than the first.
 */
export function createTimeline() {
  let known: Thread = []
  let standing = standingOf(known)
  let settled = NOTHING

  return (entries: Thread, pending: readonly PendingMessage[] = []): readonly Row[] => {
    const added = entries.slice(known.length)
    if (goesOn(known, entries) && added.every(isNext)) {
      const seen = added.reduce(seenIn, standing.seen)
      if (seen !== standing.seen) {
        standing = { ...standing, seen }
        settled = { ...settled, rows: withSeen(settled.rows, seen) }
      }
      settled = addRows(settled, added, standing)
    } else {
      standing = standingOf(entries)
      settled = addRows(NOTHING, entries, standing)
    }
    known = entries
    if (!pending.length) return settled.rows
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
