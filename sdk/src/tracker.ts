import type { TrackedEvent } from './protocol/ingest.ts'
import type { Scene } from './rewind.ts'
import type { Properties, Sdk } from './sdk.ts'
import type { UserKeeper } from './user.ts'
import { uuidv7 } from './uuid.ts'
import { warnOnce } from './warn-once.ts'

export interface TrackerOptions {
  scene: Scene
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
  const { scene, user, paged } = options

  const take = (type: TrackedEvent['type'], fields: Partial<TrackedEvent>) => {
    try {
      options.take(stamped({ type, ...fields }, options))
    } catch {
      warnOnce(`${type}: not JSON. Leave out cycles and BigInts.`)
    }
  }

  return {
    identify(id, traits = {}) {
      const userId = id == null ? undefined : nameOf(id, 'identify: userId')
      take('identify', { traits: user.identify(userId, traits).traits })
    },
    track(event, properties) {
      const name = nameOf(event, 'track: event')
      if (name) take('track', { event: name, properties: properties ?? {} })
    },
    page(name, properties) {
      const view = scene.view()
      take('page', { ...(name && { name }), properties: { ...view, name, ...properties } })
      paged()
    },
    group(id, traits = {}) {
      const groupId = nameOf(id, 'group: id')
      if (groupId) take('group', { groupId, traits })
    },
    alias(id, previousId) {
      const userId = nameOf(id, 'alias: userId')
      const before = user.current()
      if (userId)
        take('alias', { userId, previousId: previousId ?? before.userId ?? before.anonymousId })
    }
  }
}

function stamped(
  fields: Partial<TrackedEvent> & Pick<TrackedEvent, 'type'>,
  { scene, user }: TrackerOptions
): TrackedEvent {
  const { anonymousId, userId } = user.current()
  const now = scene.now()
  const context: Properties = {
    page: scene.view(),
    locale: scene.language(),
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
  warnOnce(`${what} must be text, 1 to 256 characters.`)
  return undefined
}
