import type { TransportChoice } from '../choose-transport.ts'
import type { OpenTransport, TransportEvents } from '../transport.ts'
import type { World } from '../world.ts'
import type { Locks } from './queue-for-lead.ts'
import type { TabChannel, TabEars } from './tab-channel.ts'

/** This tab, as one of all tabs that share a connection. */
export interface Tab {
  world: World
  locks: Locks
  /** What all these tabs have in common, and only they. */
  name: string
  channel: TabChannel
  /** Whom this tab's connection is told, while there is one. */
  own: TransportEvents | undefined
  /** How to connect to the relay oneself. */
  choice: Pick<TransportChoice, 'open' | 'polls' | 'learn'>
  /** This tab's connection shall be left for a new one. */
  again(): void
}

/** What a tab does, leading or following. */
export interface Role extends TabEars {
  readonly leads: boolean
  open: OpenTransport
  /** The connection opened last is over by itself. */
  ended(): void
  /** The page is seen, or not any more. */
  turned(): void
  /** It plays this role no longer. */
  end(): void
}
