import type { ClientFrame } from './protocol/client-frame.ts'
import type { ServerFrame } from './protocol/server-frame.ts'

/** What a transport tells. Nothing after `closed`, and nothing after `close()`. */
export interface TransportEvents {
  /** Frames may be sent now. */
  opened(): void
  frame(frame: ServerFrame): void
  /** It is over, with one of the close codes, or `LOST`. */
  closed(code: number): void
}

/** Carries frames both ways, in order, until it is closed. */
export interface Transport {
  send(frame: ClientFrame): void
  close(): void
}

export type OpenTransport = (events: TransportEvents) => Transport

/** The close code of a connection that was cut without a word (RFC 6455 §7.1.5). */
export const LOST = 1006
