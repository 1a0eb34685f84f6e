import type {
  Author,
  Button,
  EntryOf,
  FileRef,
  MessageContent,
  MessageEntry,
  PendingMessage
} from '@segue/sdk'

/** How far one of the visitor's own messages got. It only moves forward, but for `failed`. */
export type MessageState = 'sending' | 'sent' | 'delivered' | 'read' | 'failed'

/** One message as the timeline shows it. */
export interface ShownMessage {
  /** The same before and after the relay knows the message, so that its bubble stays the same bubble. */
  key: string
  /** 0 while it is not in the thread. */
  seq: number
  at: number
  from: Author
  name?: string
  text: string
  /** What the company did to it since. */
  changed?: 'edited' | 'removed'
  files: readonly FileRef[]
  /** Something to be answered, and the message's id to answer it by. */
  asks?: { id: string; content: MessageContent }
  buttons: readonly Button[]
  /** The network it was said on, when that is not the site. */
  via?: string
  /** Only on the visitor's own. */
  state?: MessageState
}

/** The highest `seq` agents have got, and read. */
export interface Seen {
  delivered: number
  read: number
}

/** What agents' `seen` entries add up to. */
export function foldSeen(seen: Seen, entry: EntryOf<'seen'>): Seen {
  if (entry.by !== 'agent') return seen
  return { ...seen, [entry.status]: Math.max(seen[entry.status], entry.upTo) }
}

/** How far the visitor's own message with this `seq` got. */
export const stateOf = (seq: number, seen: Seen): MessageState => {
  if (seq <= seen.read) return 'read'
  return seq <= seen.delivered ? 'delivered' : 'sent'
}

/** A message of the thread, as it is shown. */
export function showEntry(
  { edited, removed, ...entry }: MessageEntry,
  seen: Seen,
  edit: EntryOf<'edit'> | undefined
): ShownMessage {
  const { seq, at, id, from, name, files = [], buttons = [], content, on } = entry
  // A page that was fetched after the change has it already.
  const isGone = removed ?? edit?.removed
  const changed = isGone ? 'removed' : edited || edit ? 'edited' : undefined
  return {
    key: entry.cid ?? entry.id,
    seq,
    at,
    from,
    text: edit?.text ?? entry.text,
    files: isGone ? [] : files,
    buttons: isGone ? [] : buttons,
    ...(changed && { changed }),
    ...(content && !isGone && { asks: { id, content } }),
    ...(name === undefined ? {} : { name }),
    ...(on.network === 'web' ? {} : { via: on.network }),
    ...(from === 'visitor' ? { state: stateOf(seq, seen) } : {})
  }
}

/** A message that is on its way, as it is shown. */
export const showPending = ({
  cid,
  at,
  text,
  files = [],
  status,
  error
}: PendingMessage): ShownMessage => ({
  key: cid,
  seq: 0,
  at,
  from: 'visitor',
  text,
  files,
  buttons: [],
  // It goes with the answers to what is asked below it.
  state: error === 'unanswered' ? 'sending' : status
})
