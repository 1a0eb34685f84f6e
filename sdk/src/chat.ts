import type { ToldTraits } from './protocol/before.ts'
import type { AnswerDraft } from './protocol/content.ts'
import type { Entry, FileRef } from './protocol/entry.ts'
import type { OwnTalks, SearchReply } from './protocol/own-talks.ts'
import type {
  HandoffReply,
  PushOffRequest,
  PushRequest,
  ThreadPage,
  TranscriptRequest
} from './protocol/page-api.ts'
import type { SessionReply } from './protocol/session-api.ts'

/** What the page may know of its session. The secret and the token stay inside. */
export type Session = Omit<SessionReply, 'secret' | 'token'>

/**
 * `idle`: nothing is wanted. `connecting`: the first attempt. `online`: caught up and live.
 * `offline`: lost or never reached; it keeps trying, and what is sent waits.
 * `refused`: the relay does not take this page; it is tried again with the next `open` or `send`, and what is sent waits.
 */
export type ChatStatus = 'idle' | 'connecting' | 'online' | 'offline' | 'refused'

/** A message of the visitor that is not yet in the thread. */
export interface PendingMessage {
  /** The same as on the entry that will take its place. */
  cid: string
  text: string
  /** Uploaded already; without an address to read them at. */
  files?: readonly FileRef[]
  answer?: AnswerDraft
  /** By this page's clock, in milliseconds since 1970. */
  at: number
  status: 'sending' | 'failed'
  /** On `failed`: the relay's code, or `too_long` or `empty`. `unanswered` waits for `introduce`: the session says what to ask. */
  error?: string
}

/** What goes with a text. */
export interface SendOptions {
  /** The button it answers. */
  button?: string
  files?: readonly FileRef[]
  /** What the visitor says of themselves, as `introduce` has it. */
  traits?: ToldTraits
  /** What it answers. A message is answered once: later answers of this visitor are refused. */
  answer?: AnswerDraft
}

/** How an upload goes, and the way to end it. */
export interface UploadOptions {
  /** Told as it goes, from 0 to 1. */
  progress?(part: number): void
  signal?: AbortSignal
}

/** Something a person may want to know. `code` is the relay's own, or `unreachable`. */
export interface ChatError {
  code: string
  message: string
}

export interface ChatEvents {
  session: Session
  status: ChatStatus
  /** The next entries, in order and without a gap, hidden ones included. Never empty. */
  entries: readonly Entry[]
  /** Drop the thread: it follows again through `entries`, which may begin above `seq` 1 (ask for `earlier`). */
  reset: undefined
  /** All messages not yet in the thread, oldest first, whenever one changes. */
  pending: readonly PendingMessage[]
  /** The visitor has signed out, here or in another tab: nothing of theirs may stay. */
  forgotten: undefined
  /** So many answers wait in the visitor's other conversations. Told where there are any, and whenever it changes. */
  elsewhere: number
  /** An agent is writing. Good for six seconds. */
  typing: { name?: string }
  error: ChatError
}

/**
 * The conversation of this visitor. Nothing is stored and nothing connects before `open`, `returnWith`,
 * `send`, or a `resume` that finds something to go on with.
 */
export interface Chat {
  /** The visitor opens the chat: starts the session and the connection. Safe to repeat. */
  open(): void
  /** Goes on with a live conversation of an earlier page. False, and nothing touched, when there is none. */
  resume(): boolean
  /** The visitor came by a return link with this token. Whether it was accepted; connects either way. */
  returnWith(token: string): Promise<boolean>
  /** Ends the connection. What is stored stays, and `open` comes back to it. */
  close(): void
  /** Whether the widget is open on the page. A page in the background counts as not visible. */
  show(visible: boolean): void
  /** Sends, resends until it is kept, and returns the message's `cid`. With files, which are uploaded by then, the text may be empty. */
  send(text: string, options?: SendOptions): string
  /** Uploads a file to be sent with a message; the session says which are taken. It is kept for a day. @throws {RelayError} */
  upload(file: File, options?: UploadOptions): Promise<FileRef>
  /**
   * What the visitor says of themselves, as far as the session asks it: goes along with what was refused for want of it, else with
   * their next message. Nobody has proved it.
   */
  introduce(traits: ToldTraits): void
  /** The traits that `identify` has told in this page: what need not be asked. */
  known(): Promise<Record<string, unknown>>
  /** Tries a failed message again. */
  retry(cid: string): void
  /** Gives a failed message up. */
  discard(cid: string): void
  /** The visitor is writing. Call it at every key; it is said every 3 s. */
  typing(): void
  /** The visitor has seen everything up to this `seq`. */
  read(upTo: number): void
  /** The page of the thread before this `seq`. @throws {RelayError} */
  earlier(before: number): Promise<ThreadPage>
  /** A page of the visitor's own conversations, newest first: the newest, or those after a page's `next`. @throws {RelayError} */
  conversations(cursor?: string): Promise<OwnTalks>
  /** A page of any of them: its newest entries, or those before or after a `seq`. @throws {RelayError} */
  threadOf(conversation: string, range?: { before?: number; since?: number }): Promise<ThreadPage>
  /** The visitor has seen everything in one of them up to this `seq`. @throws {RelayError} */
  readIn(conversation: string, upTo: number): Promise<void>
  /** Begins another conversation, the present one having ended: a `reset` follows. @throws {RelayError} */
  begin(): Promise<void>
  /** Goes on in another of them: a `reset` follows, and what is sent from then on is said there. @throws {RelayError} */
  enter(conversation: string): Promise<void>
  /** Looks for words in what the visitor may see of all of them. @throws {RelayError} */
  search(words: string): Promise<SearchReply>
  /** Mints a way to go on elsewhere. @throws {RelayError} */
  offerHandoff(account: string): Promise<HandoffReply>
  /** The visitor has followed the link or pointed a camera at it. */
  openedHandoff(id: string): void
  /** Texts a confirmation to the visitor's number; they have consented. Returns the handoff's id. @throws {RelayError} */
  confirmNumber(account: string, number: string): Promise<string>
  /** Stops showing here what is said on a linked surface. @throws {RelayError} */
  stopMirror(link: string): Promise<void>
  /** Says how a conversation went that has ended, 5 being best. Once more replaces it. @throws {RelayError} */
  rate(score: number, comment?: string): Promise<void>
  /** Has the conversation, or an earlier one, mailed to an address, where the session offers it. Never sent again by itself. @throws {RelayError} */
  mailTranscript(request: TranscriptRequest): Promise<void>
  /** This browser is to be told of answers by its push service. Safe to repeat. @throws {RelayError} */
  startPush(subscription: PushRequest): Promise<void>
  /** It is to be told no more. @throws {RelayError} */
  stopPush(subscription: PushOffRequest): Promise<void>
  /** Listens; returns its own undo. */
  on<Name extends keyof ChatEvents>(
    event: Name,
    listener: (value: ChatEvents[Name]) => void
  ): () => void
}
