import type { Button, DeliveryStatus } from '@segue/sdk/protocol'

/** A webhook call, stripped of its web framework. */
export interface WebhookCall {
  method: string
  /** The configured public URL with the call's path and query: what providers sign. Never the Host header's. */
  url: string
  headers: Readonly<Record<string, string | undefined>>
  /** Raw: signatures cover bytes. */
  body: Uint8Array
}

/** What a message on a network holds, in our own words. */
export interface Content {
  text: string
  files: {
    url: string
    name: string
    mime: string
    /** Bytes, where they are known: networks carry only so many. */
    size?: number
  }[]
  buttons: Button[]
  /** What opens the choices where they are a list. */
  choose?: string
}

/** What a provider can tell us, in our own words. */
export type ChannelEvent =
  | {
      type: 'message'
      /** The provider's id of this message, unique in the account: what is seen twice is dropped. */
      providerId: string
      /** Every name the network gives the sender, the most lasting first: `whatsapp:SE.…`, `phone:+46…`. Never empty. */
      from: string[]
      /** The person's own name, where the network tells it. */
      name?: string
      text: string
      /** The id of the button that was tapped. */
      button?: string
      /** Pictures and documents, to be fetched by `fetchFile`. */
      files: { ref: string; name: string; mime: string }[]
      /** When the network got it, in milliseconds. */
      at: number
      /** Set when the network itself has answered an opt-out word: record it and stay silent. */
      optOut?: 'stop' | 'start' | 'help'
    }
  | {
      type: 'status'
      providerId: string
      /** Our delivery's id, where the provider echoes it. It finds deliveries whose outcome was unknown. */
      delivery?: string
      status: Exclude<DeliveryStatus, 'queued' | 'unknown'>
      reason?: Reason
      /** On `failed`, where the reason says what the core may do instead: as in a refused outcome. */
      why?: Refusal
      at: number
    }

/** Why something was not delivered. `code` is the provider's own, prefixed by nothing. */
export interface Reason {
  code: string
  text: string
}

/**
 * How a send ended.
 *
 * - `accepted`: the provider has it. Not yet delivered.
 * - `refused`: it never will, as it is. `why` says what the core may do instead.
 * - `limited`: not now. Try again after `retryAfterMs`, or with backoff.
 * - `unreachable`: the call certainly never arrived. Safe to try again.
 * - `unknown`: it may have arrived. Never sent again blindly.
 */
export type Outcome =
  | { kind: 'accepted'; providerId: string }
  | { kind: 'refused'; why: Refusal; reason: Reason }
  | { kind: 'limited'; retryAfterMs?: number; reason: Reason }
  | { kind: 'unreachable'; reason: Reason }
  | { kind: 'unknown'; reason: Reason }

/** Why a provider refused. `window_closed` and `unreachable_person` allow another surface; `account` needs an operator. */
export type Refusal = 'window_closed' | 'opted_out' | 'unreachable_person' | 'content' | 'account'

/** One message to one address of a network. */
export interface Outgoing {
  /** Every name we know the person by on this network, as `ChannelEvent.from`. */
  to: string[]
  content: Content
  /** Our delivery's id: sent along where the provider echoes it in statuses. */
  delivery: string
  /** Send by the account's approved template, because the network's window is closed. */
  template?: { name: string; language: string }
}

/** What a network can carry, so that the core never has to ask for a channel by name. */
export interface ChannelLimits {
  /** Longest text of one message, in the unit the network counts in (see `measure`). */
  textLength: number
  /**
   * Longest text that fits beside a file or buttons, where that is less. A longer one beside a file becomes a text
   * with the file's link; beside buttons, a text with their words. Better: a message of its own.
   */
  captionLength?: number
  /** 0 where there are none: then buttons become words to send back. */
  buttons: number
  /** Most choices of a list, which a network has for when they are more than its buttons. */
  rows?: number
  /** Whether pictures and documents travel as such. Otherwise their links go into the text. */
  files: boolean
  /** Whether its apps draw `*bold*` and the other marks of a message by themselves. Otherwise it goes in plain words. */
  marks?: boolean
  readReceipts: boolean
  /** Milliseconds after the person's last message in which free-form messages are allowed. */
  windowMs?: number
  /** Whether the company may write first to a number it has been given consent for. */
  writesFirst: boolean
  /** Smallest time between two messages to one address, in milliseconds. */
  spacingMs: number
}

/** One messaging account. A channel translates; it decides nothing and stores nothing. */
export interface Channel {
  /** What people call the network: `whatsapp`, `sms`. */
  readonly network: string
  readonly limits: ChannelLimits
  /** Sends one message. Never throws: every way it can end is an outcome. */
  send(message: Outgoing): Promise<Outcome>
  /** Shows the person that this message of theirs, and all before it, was read. Best effort: never throws. Absent where a network has no such sign. */
  markRead?(providerId: string): Promise<void>
  /**
   * Shows the person for some seconds that somebody answers this message of theirs. Best effort: never throws.
   * It may mark the message as read: ask for it only when it was.
   */
  showTyping?(providerId: string): Promise<void>
  /**
   * Did the provider really make this call? Without a secret the answer is no.
   * A `challenge` is to be answered as it is, with status 200 and type text/plain.
   */
  verify(call: WebhookCall): boolean | { challenge: string }
  /** Says what a verified call means. Events we do not know become an empty list. @throws {ChannelInputError} on a body that is not this provider's. */
  parse(call: WebhookCall): ChannelEvent[]
  /** The status of the empty answer this provider wants: some take 204 for a failure. */
  readonly accepts: 200 | 204
  /** Fetches a file somebody sent. @throws {Error} when the provider does not give it. */
  fetchFile(ref: string, signal: AbortSignal): Promise<{ bytes: Uint8Array; mime: string }>
  /** A link that opens the network's app with a draft to this account. */
  handoffLink(draft: string): string
  /** The account's own address for people: `+46 76 600 00 00`. */
  readonly address: string
}

/** A webhook body that cannot be this provider's. */
export class ChannelInputError extends Error {
  override name = 'ChannelInputError' as const
}
