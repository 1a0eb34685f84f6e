import type {
  Answer,
  Author,
  Button,
  EntryOf,
  FileRef,
  MessageContent,
  Surface
} from '@segue/sdk/protocol'
import type { PendingReply } from '../stores/pending.ts'
import { type Leg, type SeenOnSite, tellingLeg } from './deliveries.ts'

/** How far a message got, as its one mark shows it. */
export type Progress =
  | { state: 'queued' | 'sent' | 'delivered' | 'read'; at?: number }
  | { state: 'failed' | 'unknown'; at: number; delivery: string; reason?: string }
  | { state: 'sending' }
  | { state: 'unsent' | 'refused'; cid: string; reason?: string }

/** A message as the thread shows it. */
export interface ShownMessage {
  /** The same before and after the relay has it, so that its place on the screen is kept. */
  key: string
  /** Absent until the relay has it. */
  seq?: number
  from: Author
  name?: string
  text: string
  /** What the company did to it since. */
  changed?: 'edited' | 'removed'
  /** The id to change it by: only for what the company said on the site. */
  editable?: string
  files: readonly FileRef[]
  buttons: readonly Button[]
  /** What it asks or shows beside its text. */
  content?: MessageContent
  /** What was answered to it. */
  answer?: Answer
  /** Absent until the relay has chosen. */
  on?: Surface
  at: number
  because?: string
  /** Deliveries that were lost, and have a stand-in. */
  lost: readonly Leg[]
  /** Absent for what the person wrote. */
  progress?: Progress
}

/** What a message's mark depends on. */
export interface Receipts {
  legs: readonly Leg[]
  seen: SeenOnSite
  /** What was answered to it, if anything was. */
  answer?: Answer | undefined
}

function progressOfLeg({ status, at, delivery, reason }: Leg): Progress {
  if (status !== 'failed' && status !== 'unknown') return { state: status, at }
  return { state: status, at, delivery, ...(reason && { reason: reason.text }) }
}

/** The site sends no receipts of its own: what the visitor's page has got and seen tells. */
function progressOnSite(seq: number, { delivered, read }: SeenOnSite): Progress {
  if (read.upTo >= seq) return { state: 'read', at: read.at }
  if (delivered.upTo >= seq) return { state: 'delivered', at: delivered.at }
  return { state: 'sent' }
}

function progressOf(message: EntryOf<'message'>, { legs, seen }: Receipts): Progress {
  const leg = tellingLeg(legs)
  if (leg) return progressOfLeg(leg)
  return message.on.account === 'web' ? progressOnSite(message.seq, seen) : { state: 'queued' }
}

/** A message of the thread. */
export function showMessage(message: EntryOf<'message'>, receipts: Receipts): ShownMessage {
  const { seq, id, cid, from, name, text, files = [], buttons = [], content, because, at } = message
  const isOurs = from === 'agent' || from === 'bot'
  return {
    key: from === 'agent' ? (cid ?? id) : id,
    seq,
    from,
    text,
    files,
    buttons,
    on: tellingLeg(receipts.legs)?.on ?? message.on,
    at,
    lost: receipts.legs.filter(({ instead }) => instead),
    ...(content && { content }),
    ...(receipts.answer && { answer: receipts.answer }),
    ...(message.edited && { changed: 'edited' }),
    ...(message.removed && { changed: 'removed' }),
    ...(isOurs && message.on.account === 'web' && !message.removed && { editable: id }),
    ...(name && { name }),
    ...(because && { because }),
    ...(from !== 'visitor' && { progress: progressOf(message, receipts) })
  }
}

/** A reply the relay does not have yet. */
export function showPending(reply: PendingReply): ShownMessage {
  const { cid, text, files, content, at, status, problem } = reply
  const progress: Progress =
    status === 'unsent' || status === 'refused'
      ? { state: status, cid, ...(problem && { reason: problem }) }
      : { state: 'sending' }
  return {
    key: cid,
    from: 'agent',
    text,
    files,
    buttons: [],
    at,
    lost: [],
    progress,
    ...(content && { content })
  }
}
