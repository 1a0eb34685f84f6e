import type { World } from '../../sdk/src/world.ts'
import { createLockManager } from './lock-manager.ts'

type Channel = ReturnType<NonNullable<World['openChannel']>>

/** A tab's share of what tabs of one origin have in common. */
export type SharedTab = ReturnType<ReturnType<typeof createCommons>['tab']>

/** What tabs of one browser and origin have in common: locks, and channels between them. Everything arrives a moment later. */
export function createCommons() {
  const channels = new Set<{ name: string; channel: Channel; reach: Reach }>()
  /** Everything any tab has said, oldest first. */
  const said: { name: string; data: unknown }[] = []
  const locks = createLockManager()

  const tell = (from: Channel | undefined, name: string, data: unknown) => {
    for (const ear of channels) {
      if (ear.channel === from || ear.name !== name) continue
      const event = { data: structuredClone(data) } as MessageEvent
      ear.reach.later(() => {
        if (channels.has(ear)) ear.channel.onmessage?.call(ear.channel as never, event)
      })
    }
  }

  return {
    said,
    /** Somebody else of the origin says something on a channel of this name. */
    shout: (name: string, data: unknown) => tell(undefined, name, data),
    /** Names of the channels that are open, and of the locks that are held. */
    inUse: () => [...[...channels].map(({ name }) => name), ...locks.held()],
    /** One more tab. */
    tab() {
      const reach = createReach()
      let isGone = false

      const openChannel = (name: string): Channel => {
        const channel: Channel = {
          onmessage: null,
          postMessage(data) {
            if (isGone) return
            if (!channels.has(ear)) throw new DOMException('Closed.', 'InvalidStateError')
            said.push({ name, data })
            tell(channel, name, data)
          },
          close: () => void channels.delete(ear)
        }
        const ear = { name, channel, reach }
        channels.add(ear)
        return channel
      }

      return {
        openChannel,
        locks: locks.of(reach),
        /** It hears of nothing any more, as when a phone stops a page in the background, until it wakes. */
        sleep: reach.sleep,
        wake: reach.wake,
        /** It is gone, and the browser lets go of what it had. */
        crash() {
          isGone = true
          reach.sleep()
          for (const ear of channels) if (ear.reach === reach) channels.delete(ear)
          locks.release(reach)
        }
      }
    }
  }
}

/** How a tab is reached: a moment later, or not before it wakes. */
export interface Reach {
  later(run: () => void): void
}

function createReach() {
  let waiting: (() => void)[] | undefined
  return {
    later(run: () => void) {
      if (waiting) waiting.push(run)
      else queueMicrotask(run)
    },
    sleep() {
      waiting ??= []
    },
    wake() {
      const all = waiting ?? []
      waiting = undefined
      all.forEach(queueMicrotask)
    }
  }
}
