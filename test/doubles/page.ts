import { createClient } from '../../sdk/src/client.ts'
import type { SdkOptions } from '../../sdk/src/sdk.ts'
import { createShelf } from '../../sdk/src/storage.ts'
import type { PageEvent, World } from '../../sdk/src/world.ts'
import { createCommons } from './commons.ts'
import { createLocks } from './locks.ts'
import { memoryStorage } from './memory-storage.ts'
import type { RelayPeer } from './relay-peer.ts'

/** A browser tab without a browser: its storage stays when a page is loaded again. */
export function createTab(
  peer: RelayPeer,
  {
    local = memoryStorage(),
    session = memoryStorage(),
    alone = createLocks(),
    commons = createCommons()
  } = {}
) {
  const listeners = new Map<PageEvent, Set<() => void>>()
  const beacons: { url: string; body: string }[] = []
  const timers = new Set<() => void>()
  const shared = commons.tab()
  const is = {
    visible: true,
    chance: 0.5,
    path: '/shop',
    signals: [] as string[],
    landing: 'https://shop.example/shop',
    referrer: 'https://search.example/'
  }

  const world: World = {
    fetch: peer.fetch,
    openSocket: peer.openSocket,
    async beside(url, body) {
      beacons.push({ url, body })
      return peer.fetch(url, { method: 'POST', body })
    },
    now: Date.now,
    random: () => is.chance,
    after(ms, run) {
      const undo = () => {
        clearTimeout(timer)
        timers.delete(undo)
      }
      const timer = setTimeout(() => {
        timers.delete(undo)
        run()
      }, ms)
      timers.add(undo)
      return undo
    },
    listen(event, run) {
      const those = listeners.get(event) ?? new Set()
      listeners.set(event, those.add(run))
      return () => void those.delete(run)
    },
    alone,
    locks: shared.locks,
    openChannel: shared.openChannel,
    local: createShelf(() => local),
    session: createShelf(() => session),
    view: () => ({
      url: `https://shop.example${is.path}`,
      path: is.path,
      title: 'Shop',
      referrer: is.referrer
    }),
    landing: () => is.landing,
    visible: () => is.visible,
    language: () => 'sv',
    signals: signal => is.signals.includes(signal)
  }

  return {
    world,
    local,
    session,
    beacons,
    is,
    shared,
    /** Loads a page in this tab. */
    load: (options: Partial<SdkOptions> = {}) =>
      createClient({ key: 'shop', relay: 'https://relay.example', ...options }, world),
    /** Its renderer is gone: nothing of it runs any more, and the relay is told nothing. */
    crash() {
      for (const undo of [...timers]) undo()
      world.after = () => () => {}
      listeners.clear()
      shared.crash()
    },
    /** Something happens to the page. */
    happens(event: PageEvent) {
      for (const run of [...(listeners.get(event) ?? [])]) run()
    },
    /** Timers and listeners that the SDK has left running. */
    leftovers: () => timers.size + [...listeners.values()].reduce((sum, { size }) => sum + size, 0)
  }
}

export type Tab = ReturnType<typeof createTab>
