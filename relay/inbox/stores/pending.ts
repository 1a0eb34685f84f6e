import type { FileRef, MessageContent } from '@segue/sdk/protocol'
import { map } from 'nanostores'

/** A reply that is not in the thread yet. */
export interface PendingReply {
  /** Makes it one message, however often it is sent. */
  cid: string
  conversation: string
  text: string
  files: FileRef[]
  /** What it asks or shows beside its text. */
  content?: MessageContent
  /** The surface the agent chose, if any. */
  to?: string
  at: number
  /** `kept`: the relay has it, and the entry follows. `unsent` goes out again by itself; `refused` does not. */
  status: 'sending' | 'kept' | 'unsent' | 'refused'
  problem?: string
}

/** By `cid`, in the order they were written. */
export const $pending = map<Record<string, PendingReply>>({})

/** Those of one conversation, oldest first. */
export const pendingOf = (
  pending: Readonly<Record<string, PendingReply>>,
  conversation: string
): PendingReply[] => Object.values(pending).filter(reply => reply.conversation === conversation)

/** Changes one that is still there. */
export function changePending(cid: string, change: Partial<PendingReply>): void {
  const known = $pending.get()[cid]
  if (known) $pending.setKey(cid, { ...known, ...change })
}

/** They are in the thread, or were given up. */
export function dropPending(cids: readonly string[]): void {
  const pending = $pending.get()
  if (!cids.some(cid => cid in pending)) return
  const gone = new Set(cids)
  $pending.set(Object.fromEntries(Object.entries(pending).filter(([cid]) => !gone.has(cid))))
}
