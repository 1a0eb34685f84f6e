import type { Entry } from '@segue/sdk/protocol'
import { dayOf } from '../format/time.ts'
import type { PendingReply } from '../stores/pending.ts'
import { foldAnswers } from './answers.ts'
import { foldDeliveries, foldSeen } from './deliveries.ts'
import { editMessage, foldEdits } from './edits.ts'
import { type ShownMessage, showMessage, showPending } from './shown-message.ts'
import { foldSystemLines, type SystemLine } from './system-lines.ts'

/** Messages of one author on one surface within five minutes belong together. */
const GROUP_MS = 5 * 60_000

/**
 * What the thread shows, from top to bottom. Flat, so that a message keeps its place in the document when an earlier
 * page joins its group, or a later message does.
 */
export type Row =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'line'; key: string; line: SystemLine }
  /** Who said what follows, where and when. */
  | { kind: 'head'; key: string; message: ShownMessage }
  | { kind: 'message'; key: string; message: ShownMessage; isLast: boolean }

const byTime = (a: { seq?: number }, b: { seq?: number }) =>
  (a.seq ?? Number.MAX_SAFE_INTEGER) - (b.seq ?? Number.MAX_SAFE_INTEGER)

/** A reply on its way has no surface yet: it goes with the group it follows. */
const sameSurface = (a: ShownMessage, b: ShownMessage) =>
  !a.on || !b.on || a.on.account === b.on.account

function belongs(last: ShownMessage, next: ShownMessage): boolean {
  // A reply on its way carries no name yet, and is this agent's.
  const sameName = last.name === next.name || !next.name || !last.name
  return (
    last.from === next.from && sameName && sameSurface(last, next) && next.at - last.at < GROUP_MS
  )
}

function addMessage(rows: Row[], message: ShownMessage): void {
  const last = rows.at(-1)
  if (last?.kind === 'message' && belongs(last.message, message)) last.isLast = false
  else rows.push({ kind: 'head', key: `h-${message.key}`, message })
  rows.push({ kind: 'message', key: message.key, message, isLast: true })
}

function shownMessages(
  entries: readonly Entry[],
  pending: readonly PendingReply[]
): ShownMessage[] {
  const deliveries = foldDeliveries(entries)
  const seen = foldSeen(entries)
  const edits = foldEdits(entries)
  const answers = foldAnswers(entries)
  const shown = entries.flatMap(entry =>
    entry.type === 'message'
      ? [
          showMessage(editMessage(entry, edits.get(entry.id)), {
            legs: deliveries.get(entry.id) ?? [],
            seen,
            answer: answers.get(entry.id)
          })
        ]
      : []
  )
  const there = new Set(shown.map(({ key }) => key))
  return [...shown, ...pending.filter(({ cid }) => !there.has(cid)).map(showPending)]
}

/** Folds a thread and the replies still on their way into what the eye reads. Pure. */
export function foldTimeline(
  entries: readonly Entry[],
  pending: readonly PendingReply[] = []
): Row[] {
  const all = [...shownMessages(entries, pending), ...foldSystemLines(entries)].sort(byTime)
  const rows: Row[] = []
  let day = Number.NaN
  for (const item of all) {
    if (dayOf(item.at) !== day) {
      day = dayOf(item.at)
      rows.push({ kind: 'day', key: `d-${day}-${rows.length === 0}`, at: item.at })
    }
    if ('about' in item) rows.push({ kind: 'line', key: `l-${item.seq}`, line: item })
    else addMessage(rows, item)
  }
  return rows
}
