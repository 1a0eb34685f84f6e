import type { ArrivalKeeper } from './arrival.ts'
import type { CheckEvent } from './check-event.ts'
import type { TrackedEvent } from './protocol/ingest.ts'
import type { Scene } from './seam.ts'
import { snapshot } from './snapshot.ts'
import type { UserKeeper } from './user.ts'
import { uuidv7 } from './uuid.ts'
import { warnOnce } from './warn-once.ts'

export interface TrackerOptions {
  scene: Scene
  user: UserKeeper
  arrival: ArrivalKeeper
  /** Looks at the properties of a `track`; returns the paths of what is wrong. */
  check?: CheckEvent | undefined
  /** Takes an event as it is now. */
  take(event: TrackedEvent): void
  /** The page is another one now. */
  paged(): void
}

/** The calls of the Segment spec, as plain JavaScript may make them. */
export interface Tracker {
  identify(id?: unknown, traits?: unknown): void
  track(name: unknown, properties?: unknown): void
  page(name?: unknown, properties?: unknown): void
  screen(name?: unknown, properties?: unknown): void
  group(id: unknown, traits?: unknown): void
  alias(id: unknown, previous?: unknown): void
}

/** Values and time are taken at the call. Where there is no page, nothing is. */
export function createTracker({ scene, user, arrival, check, ...does }: TrackerOptions): Tracker {
  const take = (
    type: TrackedEvent['type'],
    fields: () => { [Field in keyof TrackedEvent]?: TrackedEvent[Field] | undefined },
    violations?: string[]
  ) => {
    const page = scene.view()
    if (!page) return
    const rest = fields()
    const { anonymousId, userId, group } = user.current()
    const now = scene.now()
    does.take({
      ...{ type, messageId: uuidv7(now), timestamp: new Date(now).toISOString() },
      ...{ anonymousId, userId },
      context: {
        page,
        // The most wanted, where a page wishes for several.
        locale: scene.language()?.split(',')[0],
        ...arrival.current(),
        groupId: group?.id,
        violations,
        library: { name: '@segue/sdk' }
      },
      ...rest
      // JSON leaves out what is undefined.
    } as TrackedEvent)
  }

  /** A page and a screen differ in what a page knows by itself. */
  const look = (
    type: 'page' | 'screen',
    view: object | undefined,
    title: unknown,
    more: unknown
  ) => {
    const name = title == null ? undefined : nameOf(type, 'name', title)
    const properties = { ...view, name, ...snapshot(type, more) }
    take(type, () => ({ name, properties }))
  }

  return {
    identify(id, traits) {
      const [name, about] = typeof id === 'object' && id ? [null, id] : [id, traits]
      const userId = name == null ? undefined : nameOf('identify', 'userId', name)
      // An id that is none must not give its traits to the present user.
      if (name != null && !userId) return
      const more = snapshot('identify', about)
      take('identify', () => ({ traits: user.identify(userId, more) }))
    },
    track(name, values) {
      const event = nameOf('track', 'event', name)
      if (!event) return
      const properties = snapshot(`track “${event}”`, values)
      take('track', () => ({ event, properties }), check?.(event, values))
    },
    page(name, properties) {
      look('page', scene.view(), name, properties)
      does.paged()
    },
    screen: (name, properties) => look('screen', undefined, name, properties),
    group(id, traits) {
      const groupId = nameOf('group', 'id', id)
      if (!groupId) return
      const more = snapshot('group', traits)
      take('group', () => ({ groupId, traits: user.join(groupId, more) }))
    },
    alias(id, previous) {
      const present = user.current()
      const userId = nameOf('alias', 'userId', id)
      const before = previous ?? present.userId ?? present.anonymousId
      const previousId = nameOf('alias', 'previousId', before)
      if (userId && previousId) take('alias', () => ({ userId, previousId }))
    }
  }
}

/** A name as text, or undefined and a warning. Plain JavaScript may hand us anything. */
function nameOf(call: string, what: string, value: unknown): string | undefined {
  const name = typeof value === 'number' ? String(value) : value
  if (typeof name === 'string' && name && name.length <= 256) return name
  warnOnce(`${call}: ${what} must be a text of 1 to 256.`)
  return undefined
}
