import {
  chooseTransport,
  type TransportChoice,
  type TransportChoiceOptions
} from './choose-transport.ts'
import { lateTransport } from './late-transport.ts'
import type { Tabs } from './tabs/tabs.ts'
import type { World } from './world.ts'

export interface ShareOptions extends TransportChoiceOptions {
  world: World
  /** Whose token is in hand. */
  visitor(): string | undefined
}

/** A choice of transport for all tabs of a visitor together: one of them connects, for all. */
export interface SharedTransport extends Omit<TransportChoice, 'polls' | 'learn'> {
  /** The one opened last is over by itself. */
  ended(): void
  /** Nothing is wanted for now: another tab may connect. */
  rest(): void
}

/**
 * Shares one connection among all tabs in which the same visitor has the chat of the same site and relay. A tab joins
 * the others only with a token of its own. Where browsers have no Web Locks or no channels between tabs, or the code
 * for it cannot be had, each tab connects for itself.
 */
export function shareTransport(options: ShareOptions): SharedTransport {
  const { world, relay, site, visitor, better } = options
  const alone = chooseTransport(options)
  let tabs: Tabs | undefined
  let isLoaded: Promise<typeof import('./tabs/tabs.ts') | undefined> | undefined

  const rest = () => {
    tabs?.leave()
    tabs = undefined
  }

  const load = async () => {
    isLoaded ??= import('./tabs/tabs.ts').catch(() => {
      isLoaded = undefined
      return isLoaded
    })
    const code = await isLoaded
    return () => {
      const whose = visitor()
      const name = JSON.stringify([relay, site, whose])
      if (tabs?.name !== name) {
        rest()
        if (whose) tabs = code?.joinTabs({ world, name, choice: alone, again: better })
      }
      return tabs?.open ?? alone.open
    }
  }

  /** What this tab learns of sockets and polls counts only when it was this tab that tried. */
  const whenTried = (tell: () => void) => () => {
    if (!tabs || tabs.leads()) tell()
  }

  return {
    open: lateTransport(load),
    worked: whenTried(alone.worked),
    failed: whenTried(alone.failed),
    ended: () => tabs?.ended(),
    rest
  }
}
