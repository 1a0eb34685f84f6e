import type { ClientFrame } from '../protocol/client-frame.ts'
import type { ServerFrame } from '../protocol/server-frame.ts'
import { uuidv7 } from '../uuid.ts'
import type { World } from '../world.ts'

/**
 * The version of what tabs tell each other. An old tab may run an older script than a new one: tabs of different
 * versions neither hear each other nor wait for the same lock. Each version has a leader of its own.
 */
export const VERSION = 1

/** How a leader is doing. */
export interface LeadNews {
  /** So many times the relay has welcomed it as the leader. At each, followers say hello to it. */
  turn: number
  /** Its connection is lost. */
  isDown: boolean
  /** Its page can be seen. */
  isVisible: boolean
  /** It has found that sockets do not work here. */
  polls: boolean
}

/** What tabs tell each other, one type a message. */
export interface TabMessages {
  /** Who leads? */
  who: object
  /** I do. */
  lead: LeadNews
  /**
   * To the leader: please say this to the relay; a `hello` it answers itself. With its turn, as far as is known:
   * what was meant for an earlier one is said again, and must not be heard before what went lost.
   */
  say: { to: string; turn: number; frame: ClientFrame }
  /** From the leader, to one or to all: the relay says this. */
  hear: { to?: string; frame: ServerFrame }
}

/** What to do with each type of message, and the tab it is from. */
export type TabEars = {
  [Type in keyof TabMessages]: (message: TabMessages[Type], from: string) => void
}

export interface TabChannel {
  /** This tab's name among the others. */
  readonly me: string
  /** Tells all others. */
  say<Type extends keyof TabMessages>(type: Type, message: TabMessages[Type]): void
  close(): void
}

/** Opens the channel of this name. Whatever is not a message of this version is ignored. */
export function openTabChannel(world: World, name: string, ears: TabEars): TabChannel {
  const channel = world.openChannel?.(name) ?? new BroadcastChannel(name)
  const me = uuidv7(world.now())
  const known = new Map(Object.entries(ears))

  channel.onmessage = ({ data }: { data: unknown }) => {
    const { version, type, from, message } = Object(data)
    if (version === VERSION) known.get(type)?.(message as never, from)
  }

  return {
    me,
    say: (type, message) => channel.postMessage({ version: VERSION, type, from: me, message }),
    close: () => channel.close()
  }
}
