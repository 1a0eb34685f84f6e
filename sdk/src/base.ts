import { endable } from './endable.ts'
import type { SdkOptions } from './sdk.ts'
import type { Base } from './seam.ts'
import type { World } from './world.ts'

/** What the chat and the rest of the SDK are built upon, whichever of them comes first. Touches nothing outside. */
export function createBase({ key: site, relay }: SdkOptions, outside: World): Base {
  const world = endable(outside)
  const abort = new AbortController()
  const base: Base = {
    ...{ world, site, relay: String(relay).replace(/\/+$/, ''), signal: abort.signal },
    scene: { ...world },
    proof: { inHand: {}, told() {} },
    end() {
      base.guest?.destroy()
      abort.abort()
      world.end()
    }
  }
  return base
}
