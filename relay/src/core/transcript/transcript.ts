import type { Look } from '@segue/sdk/protocol'
import type { Outcome } from '../channel.ts'

/** What is to be mailed, and to whom. It is read when it is sent, so what was taken back meanwhile is not in it. */
export interface TranscriptOrder {
  conversation: string
  /** The visitor's address whose eyes it is read with; null for what the company sends. */
  reader: string | null
  /** The newest entry that is part of it. */
  upTo: number
  to: string
  language: string
  /** IANA zone that its times are told in. */
  timeZone: string
}

/** One thing that was said. */
export interface TranscriptLine {
  at: number
  from: 'visitor' | 'agent'
  /** The agent's. What visitors call themselves is not said. */
  name?: string
  text: string
  files: { name: string; size: number }[]
  /** Where it was said; absent for the site. */
  network?: string
}

/** A conversation to be mailed. */
export interface Transcript {
  /** Stays the same when it is tried again. */
  id: string
  to: string
  from: string
  replyTo?: string
  /** The site's name, and what it looks like. */
  look: Look
  /** The page the chat began on. Opening it proves nothing and opens nothing. */
  page: string
  language: string
  timeZone: string
  lines: TranscriptLine[]
  /** Whether there was more before the first of these. */
  isCut: boolean
}

/** Brings mails to whoever brings them further. */
export interface Mailer {
  /**
   * Never throws: every way it can end is an outcome. `handing` is waited for right before the mail is given away: after it
   * nobody can tell by themselves whether it arrived.
   */
  send(transcript: Transcript, handing?: () => Promise<void>): Promise<Outcome>
}
