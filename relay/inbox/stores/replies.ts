import { sendReply } from '../api.ts'
import { asDraft } from '../fold/ask-content.ts'
import { problemOf } from '../problem.ts'
import { t } from '../strings.ts'
import { uuidV7 } from '../uuid-v7.ts'
import { restoreAsk } from './asks.ts'
import { attachmentsOf, takeFiles } from './attachments.ts'
import { $line } from './connection.ts'
import { $chosen, $drafts, chooseSurface, writeDraft } from './drafts.ts'
import { catchUp } from './follow.ts'
import { announce } from './notice.ts'
import { $pending, changePending, dropPending, type PendingReply, pendingOf } from './pending.ts'
import { $thread } from './thread.ts'

/** Whether the draft can go out: there is something to say, and every file is ready. */
export const canSend = (text: string, conversation: string): boolean => {
  const files = attachmentsOf(conversation)
  return (text.trim() !== '' || files.length > 0) && files.every(({ status }) => status === 'ready')
}

/** Sends what is written. */
export function sendDraft(conversation: string): void {
  const text = ($drafts.get()[conversation] ?? '').trim()
  if (!canSend(text, conversation)) return
  writeDraft(conversation, '')
  queueReply(conversation, { text, files: takeFiles(conversation) })
}

/** Sends a reply to where the agent chose: shows it at once, and keeps it until the relay has it. */
export function queueReply(
  conversation: string,
  said: Pick<PendingReply, 'text' | 'files' | 'content'>
): void {
  const to = $chosen.get()[conversation]
  const cid = uuidV7()
  const reply = { ...said, cid, conversation, at: Date.now(), status: 'sending' } as const
  $pending.setKey(cid, { ...reply, ...(to && { to }) })
  chooseSurface(conversation, '')
  void flushReplies(conversation)
}

async function post({ cid, conversation, text, files, content, to }: PendingReply): Promise<void> {
  const ids = files.map(({ id }) => id)
  await sendReply(conversation, {
    cid,
    text,
    ...(ids.length > 0 && { files: ids }),
    ...(content && { content: asDraft(content) }),
    ...(to && { to })
  })
}

/** The relay has it. Its entry comes over the line; where there is none, it is fetched. */
async function settle({ cid, conversation }: PendingReply): Promise<void> {
  const thread = $thread.get()
  const isThere = thread?.entries.some(entry => entry.type === 'message' && entry.cid === cid)
  if (thread?.id !== conversation || isThere) {
    dropPending([cid])
    return
  }
  changePending(cid, { status: 'kept' })
  if ($line.get() !== 'online') await catchUp()
}

/** What was to follow a reply that could not go out waits as well. */
function holdBack(conversation: string): void {
  for (const { cid, status } of pendingOf($pending.get(), conversation)) {
    if (status === 'sending') changePending(cid, { status: 'unsent' })
  }
}

/** Those after one that could not go out wait for it: what was said first is read first. */
async function sendInOrder(conversation: string): Promise<void> {
  for (;;) {
    const next = pendingOf($pending.get(), conversation).find(
      ({ status }) => status === 'sending' || status === 'unsent'
    )
    if (!next) return
    changePending(next.cid, { status: 'sending' })
    try {
      await post(next)
    } catch (error) {
      const { passes, message } = problemOf(error)
      changePending(next.cid, { status: passes ? 'unsent' : 'refused', problem: message })
      announce(passes ? t.delivery.unsent : t.delivery.refused(message))
      if (passes) return holdBack(conversation)
      continue
    }
    await settle(next)
  }
}

const sending = new Map<string, Promise<void>>()

/** Sends everything of a conversation that waits, oldest first. */
export function flushReplies(conversation: string): Promise<void> {
  const running = sending.get(conversation)
  if (running) return running
  const run = sendInOrder(conversation).finally(() => {
    sending.delete(conversation)
    // One that was written while the last was being settled is not left behind.
    const waits = ({ status }: PendingReply) => status === 'sending'
    if (pendingOf($pending.get(), conversation).some(waits)) void flushReplies(conversation)
  })
  sending.set(conversation, run)
  return run
}

/** The line is back: everything that could not go out goes out now. A repeat is the same message. */
export function flushAll(): void {
  for (const { conversation, status } of Object.values($pending.get())) {
    if (status === 'sending' || status === 'unsent') void flushReplies(conversation)
  }
}

/** Tries one again by hand. */
export function retryReply(cid: string): void {
  const reply = $pending.get()[cid]
  if (!reply) return
  changePending(cid, { status: 'sending' })
  void flushReplies(reply.conversation)
}

/** Gives one up: its words go back to where they were written, if nothing else is there. */
export function discardReply(cid: string): void {
  const reply = $pending.get()[cid]
  if (!reply) return
  const { conversation, text, content } = reply
  dropPending([cid])
  if (content) restoreAsk(conversation, { text, content })
  else if (!$drafts.get()[conversation]) writeDraft(conversation, text)
}
