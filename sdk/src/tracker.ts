import type { TrackedEvent } from './protocol/ingest.ts'
import type { Scene } from './rewind.ts'
import type { Sdk } from './sdk.ts'
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
export function createTracker({
  scene,
  user,
  ...does
}: TrackerOptions): Pick<Sdk, 'identify' | 'track' | 'page' | 'group' | 'alias'> {
  const take = (type: TrackedEvent['type'], fields: Partial<TrackedEvent>) => {
    const { anonymousId, userId } = user.current()
    const now = scene.now()
    try {
      does.take({
        ...{ type, messageId: uuidv7(now), timestamp: new Date(now).toISOString(), anonymousId },
        ...(userId && { userId }),
        context: {
          page: scene.view(),
          locale: scene.language(),
          library: { name: '@segue/sdk' }
        },
        ...fields
      })
    } catch {
      warnOnce(`${type}: not JSON. Leave out cycles and BigInts.`)
    }
  }

  return {
    identify(id, traits = {}) {
      const userId = id == null ? undefined : nameOf(id, 'identify: userId')
      take('identify', { traits: user.identify(userId, traits).traits })
    },
    track(name, properties) {
      const event = nameOf(name, 'track: event')
      if (event) take('track', { event, properties: properties ?? {} })
    },
    page(name, properties) {
      take('page', { ...(name && { name }), properties: { ...scene.view(), name, ...properties } })
      does.paged()
    },
    group(id, traits = {}) {
      const groupId = nameOf(id, 'group: id')
      if (groupId) take('group', { groupId, traits })
    },
    alias(id, previous) {
      const userId = nameOf(id, 'alias: userId')
      const before = user.current()
      const previousId = previous ?? before.userId ?? before.anonymousId
      if (userId) take('alias', { userId, previousId })
    }
  }
}

/** A name as text, or undefined and a warning. Plain JavaScript may hand us anything. */
function nameOf(value: unknown, what: string): string | undefined {
  const name = typeof value === 'number' ? String(value) : value
  if (typeof name === 'string' && name && name.length <= 256) return name
  warnOnce(`${what} must be text, 1 to 256 characters.`)
  return undefined
}
