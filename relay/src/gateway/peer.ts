import type { CloseReason } from '@segue/sdk/protocol'

/** The far end of a connection, whatever carries it. */
export interface Peer<Frame> {
  /** Puts a frame on its way. Does nothing once the peer is closed. */
  send(frame: Frame): void
  /** Ends the connection, saying why. */
  close(reason: CloseReason): void
}

/** What listens to a peer. */
export interface Receiver {
  /** Whether the peer has said who it is. */
  readonly greeted: boolean
  /** One frame, as it came. Resolves when it has been dealt with; never rejects. */
  receive(raw: string): Promise<void>
  /** The connection is gone. */
  leave(): void
}
