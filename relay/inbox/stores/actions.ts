import {
  changeJoin,
  changeState,
  editMessage,
  resendDelivery,
  sendReturnLink,
  sendTranscript,
  undoLink
} from '../api.ts'
import { t } from '../strings.ts'
import { writeAsk } from './asks.ts'
import { closeDialog, openDialog } from './dialog.ts'
import { tellFailure } from './failures.ts'
import { catchUp } from './follow.ts'
import { chooseAgain } from './handoff.ts'
import { tellDone } from './notice.ts'
import { $person } from './person.ts'
import { $me } from './session.ts'
import { $summary, $thread } from './thread.ts'

/** Does something to the open conversation, says that it was done, and shows what came of it. */
async function act(done: string, work: (conversation: string) => Promise<void>): Promise<void> {
  const thread = $thread.get()
  if (!thread) return
  try {
    await work(thread.id)
    tellDone(done)
  } catch (error) {
    tellFailure(error)
  }
  await catchUp()
}

/** Makes the open conversation this agent's. */
export async function claim(): Promise<void> {
  if ($summary.get()?.agent?.id === $me.get()?.id) return
  await act(t.thread.claimedDone, id => changeState(id, 'claim'))
}

/** Closes the open conversation, or opens it again. */
export async function toggleClosed(): Promise<void> {
  const isClosed = $summary.get()?.state === 'closed'
  if (isClosed) await act(t.thread.reopenedDone, id => changeState(id, 'reopen'))
  else await act(t.thread.closedDone, id => changeState(id, 'close'))
}

/** Sends the person a way back to the site. */
export const offerReturn = (): Promise<void> => act(t.thread.returnLinkSent, sendReturnLink)

/** Opens the sheet that mails the conversation, by default with the address the person has told, if they have. */
export function startTranscript(to?: string): void {
  const email = to ?? $person.get()?.view?.traits.email
  openDialog({ kind: 'transcript', email: typeof email === 'string' ? email : '' })
}

/** Mails the conversation. */
export async function mailTranscript(email: string): Promise<void> {
  closeDialog()
  await act(t.transcript.done, id => sendTranscript(id, email))
}

/** Takes a link back. */
export async function undo(link: string): Promise<void> {
  closeDialog()
  await act(t.undo.done, () => undoLink(link))
}

/** Changes what was said on the site. */
export async function changeMessage(message: string, text: string): Promise<void> {
  closeDialog()
  await act(t.edit.changed, id => editMessage(id, { message, text }))
}

/** Takes back what was said on the site. */
export async function removeMessage(message: string): Promise<void> {
  closeDialog()
  await act(t.edit.taken, id => editMessage(id, { message, remove: true }))
}

/** Takes apart what was joined, or joins it again. Either can be taken back, so nobody is asked. */
export const turnJoin = (join: string, to: 'undo' | 'redo'): Promise<void> =>
  act(to === 'undo' ? t.joins.undone : t.joins.redone, () => changeJoin(join, to))

/** Sends a delivery again. */
export const resend = (delivery: string): Promise<void> =>
  act(t.delivery.resent, () => resendDelivery(delivery))

/** Opens the sheet that asks or shows something, with what is written in it so far. */
export function startAsk(): void {
  const thread = $thread.get()
  if (thread?.status !== 'ready') return
  writeAsk(thread.id, {})
  openDialog({ kind: 'ask', conversation: thread.id })
}

/** Opens the sheet that offers a handoff. */
export function startHandoff(): void {
  const thread = $thread.get()
  if (!thread) return
  chooseAgain()
  openDialog({ kind: 'handoff', conversation: thread.id })
}
