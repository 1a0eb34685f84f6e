import type { PendingMessage, SendOptions } from './chat.ts'
import type { ToldTraits } from './protocol/before.ts'
import type { ClientFrameOf } from './protocol/client-frame.ts'
import type { Entry } from './protocol/entry.ts'
import { MAX_TEXT } from './protocol/limits.ts'
import { uuidv7 } from './uuid.ts'

/** A message of the visitor on its way. */
export interface Pending extends PendingMessage {
  button?: string
  traits?: ToldTraits
  /** It is on disk, under this number, and only waits for its place in the thread. */
  seq?: number
}

/** The site must know more of the visitor first: the message waits for the answers. */
export const UNANSWERED = 'unanswered'

/** Not yet known to be on disk, and worth saying. */
export const isUnderWay = ({ status, seq }: Pending): boolean => status === 'sending' && !seq

/** Those not yet known to be on disk. */
export const unkept = (items: readonly Pending[]): Pending[] => items.filter(({ seq }) => !seq)

/** Something the visitor wrote just now, under a name of its own. */
export const written = (text: string, options: SendOptions, at: number): Pending =>
  readied({ cid: nameOf(options, at), text, at, status: 'sending', ...options })

/** An answer has its question's name: given in two tabs, or twice by a quick hand, it is one. */
const nameOf = ({ answer }: SendOptions, at: number) => (answer ? `a:${answer.to}` : uuidv7(at))

export const frameOf = ({
  cid,
  text,
  button,
  files,
  answer,
  traits
}: Pending): ClientFrameOf<'send'> => ({
  type: 'send',
  cid,
  text,
  ...(files?.length && { files: files.map(({ id }) => id) }),
  ...(button && { button }),
  ...(answer && { answer }),
  ...(traits && { traits })
})

/** As new: ready to be said, or failed at once if the relay could only refuse it. */
export function readied({ error: _, ...item }: Pending): Pending {
  const { text, files } = item
  const error = text.trim() || files?.length ? text.length > MAX_TEXT && 'too_long' : 'empty'
  return error ? { ...item, status: 'failed', error } : { ...item, status: 'sending' }
}

/** Those that have not taken their place in a thread that has been told up to `last`, and so by these entries. */
export function unsettled(
  items: readonly Pending[],
  entries: readonly Entry[],
  last: number
): Pending[] {
  const cids = new Set(entries.map(entry => entry.type === 'message' && entry.cid))
  return items.filter(({ cid, seq = Infinity }) => !cids.has(cid) && seq > last)
}

/** The list on disk, with what one tab has made of its own: those it knew stay as they are now, or go; new ones come last. */
export function merged(
  kept: readonly Pending[],
  before: readonly Pending[],
  now: readonly Pending[]
): Pending[] {
  const known = new Set([...before, ...now].map(({ cid }) => cid))
  const mine = new Map(unkept(now).map(item => [item.cid, item]))
  const there = kept.flatMap(item => {
    const own = mine.get(item.cid)
    mine.delete(item.cid)
    return own ?? (known.has(item.cid) ? [] : item)
  })
  return [...there, ...mine.values()]
}

/** What an earlier page left, as far as it makes sense. */
export const restored = (kept: unknown): Pending[] =>
  Array.isArray(kept) ? kept.filter(item => item?.cid && typeof item.text === 'string') : []
