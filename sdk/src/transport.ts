import type { ClientFrame } from './protocol/client-frame.ts'
import type { ServerFrame } from './protocol/server-frame.ts'
import type { World } from './world.ts'

/** What a transport tells. Nothing after `closed`, and nothing after `close()`. */
export interface TransportEvents<Heard = ServerFrame> {
  /** Frames may be sent now. */
  opened(): void
  frame(frame: Heard): void
  /** It is over, with one of the close codes, or `LOST`. */
  closed(code: number): void
}

/** Carries frames both ways, in order, until it is closed. */
export interface Transport<Sent = ClientFrame> {
  send(frame: Sent): void
  close(): void
}

export type OpenTransport<Sent = ClientFrame, Heard = ServerFrame> = (
  events: TransportEvents<Heard>
) => Transport<Sent>

/** What transports need of the outside. */
export type TransportWorld = Pick<World, 'after' | 'session' | 'openSocket'>

/** The close code of a connection that was cut without a word (RFC 6455 §7.1.5). */
export const LOST = 1006
