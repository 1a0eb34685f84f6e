import type { Page } from '@segue/sdk/protocol'
import type { Files } from './files/file-bytes.ts'
import type { StoredEntry, TrackedEvent } from './model.ts'
import type { Pusher } from './push/push.ts'
import type { Account, Agent, Site } from './settings.ts'
import type { Store } from './store.ts'
import type { Mailer } from './transcript/transcript.ts'

/** What the core tells the rest of the house after a commit. Lossy by nature: whoever misses one catches up by `seq`. */
export type Change =
  /** Entries were added. */
  | { type: 'entries'; conversation: string; entries: StoredEntry[] }
  /** What may be seen changed, or addresses moved: every widget of this conversation says hello again. */
  | { type: 'visibility'; conversation: string }
  | {
      type: 'typing'
      conversation: string
      from: 'visitor' | 'agent'
      name?: string
      link: string | null
    }
  | { type: 'presence'; conversation: string; visible: boolean; page?: Page }
  /** Something a person did. `person` is whom they are shown as. */
  | { type: 'events'; person: string; events: TrackedEvent[] }
  /** Somebody is shown as another person than before: who they were and are, and their conversations. */
  | { type: 'person'; people: string[]; conversations: string[] }
  | Sign
  /** The outbox has work. */
  | { type: 'queued' }
  /** There is something to be done outside of any conversation. */
  | { type: 'errands' }

/** What a network is to show the person under what they wrote. Best effort: it is not queued, and a miss does no harm. */
export interface Sign {
  type: 'sign'
  /** That it, and all before it, was read; or that it is being answered. */
  sign: 'read' | 'typing'
  account: string
  /** The provider's id of the person's newest message. */
  providerId: string
}

/** An open widget. */
export interface Watcher {
  /** The visitor's address. */
  address: string
  visible: boolean
  /** Since when it has been so. */
  since: number
  /** The page it is on. */
  page?: Page
}

/** What the core needs from the world. */
export interface Ports {
  store: Store
  files: Files
  publish(change: Change): void
  /** Milliseconds since 1970. */
  now(): number
  random: {
    /** A new UUIDv7. */
    id(): string
    bytes(length: number): Uint8Array
  }
  /** The widgets that are open on a conversation now. */
  watchers(conversation: string): Watcher[]
  /** Counts an attempt, and says whether there may be one more: at most `max` in any `windowMs`. */
  allow(key: string, max: number, windowMs: number): boolean
  sites: ReadonlyMap<string, Site>
  accounts: ReadonlyMap<string, Account>
  agents: ReadonlyMap<string, Agent>
  /** A signed, expiring, absolute URL of a kept file. Good for half a day at least, or for so many milliseconds. */
  fileUrl(id: string, forMs?: number): string
  /** The relay's own public address, without a slash at the end. */
  publicUrl: string
  /** Absent where no mail can be sent. */
  mailer?: Mailer
  /** Absent where browsers cannot be told of answers. */
  pusher?: Pusher
}
