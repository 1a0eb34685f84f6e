import { attempt } from './attempt.ts'
import type { World } from './world.ts'

/** What brought the visitor to the site, in the field names of the Segment spec. */
export interface Arrival {
  /** The `utm_` parameters: `source`, `medium`, `name`, … */
  campaign?: Record<string, string>
  /** Another site, without query and fragment. */
  referrer?: { url: string }
}

/** Keeps the first of it for the whole visit: in memory, and in the tab once that is agreed to. */
export interface ArrivalKeeper {
  current(): Arrival
  keep(): void
  /** Forgets what is stored. */
  forget(): void
}

export function createArrival(world: World, site: string): ArrivalKeeper {
  const key = `segue:${site}:arrival`

  const current = () => ({
    ...attempt(() => arrivalOf(new URL(world.landing()!), world.view()!.referrer)),
    ...(world.session.read(key) as Arrival)
  })

  return {
    current,
    keep: () => world.session.write(key, current()),
    forget: () => world.session.write(key, undefined)
  }
}

/** Nothing else of the query leaves the page: it may hold secrets. */
function arrivalOf({ origin, searchParams }: URL, referrer: string): Arrival {
  const campaign: Record<string, string> = {}
  for (const [name, value] of searchParams) {
    const [, what] = /^utm_(.+)/.exec(name) ?? []
    if (what) campaign[what === 'campaign' ? 'name' : what] = value.slice(0, 256)
  }
  return {
    ...(Object.keys(campaign)[0] && { campaign }),
    ...(referrer && !referrer.startsWith(`${origin}/`) && { referrer: { url: referrer } })
  }
}
