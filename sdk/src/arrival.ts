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
  const campaign = Object.fromEntries(
    [...searchParams]
      .filter(([name]) => name.startsWith('utm_'))
      .map(([name, value]) => [
        name === 'utm_campaign' ? 'name' : name.slice(4),
        value.slice(0, 256)
      ])
  )
  const isElsewhere = referrer && !referrer.startsWith(`${origin}/`)
  return {
    ...(Object.keys(campaign).length && { campaign }),
    ...(isElsewhere && { referrer: { url: referrer } })
  }
}
