import type { TrackedEvent } from './protocol/ingest.ts'
import type { Properties, Sdk } from './sdk.ts'
import type { UserKeeper } from './user.ts'
import { uuidv7 } from './uuid.ts'
import { warnOnce } from './warn-once.ts'
import type { World } from './world.ts'

export interface TrackerOptions {
  world: World
  user: UserKeeper
  /** Takes an event as it is now. */
  take(event: TrackedEvent): void
  /** The page is another one now. */
  paged(): void
}

/** The five calls of the Segment spec. Values and time are taken at the call. */
export function createTracker(
  options: TrackerOptions
): Pick<Sdk, 'identify' | 'track' | 'page' | 'group' | 'alias'> {
  const { world, user, paged } = options

  const take = (type: TrackedEvent['type'], fields: Partial<TrackedEvent>) => {
    try {
      options.take(stamped({ type, ...fields }, options))
    } catch {
      warnOnce(`${type}: what it carries cannot be made JSON. Leave out cycles and BigInts.`)
    }
  }

  return {
    identify(id, traits = {}) {
      const userId = id == null ? undefined : nameOf(id, 'identify: the user id')
      take('identify', { traits: user.identify(userId, traits).traits })
    },
    track(event, properties) {
      const name = nameOf(event, 'track: the event name')
      if (name) take('track', { event: name, properties: properties ?? {} })
    },
    page(name, properties) {
      const view = world.view()
      take('page', { ...(name && { name }), properties: { ...view, name, ...properties } })
      paged()
    },
    group(id, traits = {}) {
      const groupId = nameOf(id, 'group: the id')
      if (groupId) take('group', { groupId, traits })
    },
    alias(id, previousId) {
      const userId = nameOf(id, 'alias: the user id')
      const before = user.current()
      if (userId)
        take('alias', { userId, previousId: previousId ?? before.userId ?? before.anonymousId })
    }
  }
}

function stamped(
  fields: Partial<TrackedEvent> & Pick<TrackedEvent, 'type'>,
  { world, user }: TrackerOptions
): TrackedEvent {
  const { anonymousId, userId } = user.current()
  const now = world.now()
  const context: Properties = {
    page: world.view(),
    locale: world.language(),
    library: { name: '@segue/sdk' }
  }
  return {
    messageId: uuidv7(now),
    timestamp: new Date(now).toISOString(),
    anonymousId,
    ...(userId && { userId }),
    context,
    ...fields
  }
}

/** A name as text, or undefined and a warning. Plain JavaScript may hand us anything. */
function nameOf(value: unknown, what: string): string | undefined {
  const name = typeof value === 'number' ? String(value) : value
  if (typeof name === 'string' && name && name.length <= 256) return name
  warnOnce(`${what} must be a text of 1 to 256 characters.`)
  return undefined
}
