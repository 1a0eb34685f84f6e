import type { ArrivalKeeper } from './arrival.ts'
import type { Properties } from './sdk.ts'
import { uuidv7 } from './uuid.ts'
import type { World } from './world.ts'

/** Whom events are about, as far as the page has said. Unproved: it shows nothing to anybody. */
export interface User {
  anonymousId: string
  userId?: string | undefined
  traits: Properties
  group?: { id: string; traits: Properties }
}

export interface UserKeeper {
  current(): User
  /**
   * Adds to what is known of the user. Another user than before gets another anonymous id, and none of the
   * former one's traits, nor their group.
   */
  identify(userId: string | undefined, traits: Properties): Properties
  /** The user is of this group now. Returns all that is known of it. */
  join(id: string, traits: Properties): Properties
  /** From now on it may be stored. A visitor known from before keeps that anonymous id, which is returned. */
  keep(): string
  /** From now on it is in memory only. What is stored stays. */
  hold(): void
  /** Forgets the user, here and in storage; the next one is somebody new. */
  forget(): void
}

/**
 * Keeps the user of one site, with what brought them: in memory, and in storage once that is agreed to. Then storage is
 * the truth, for all tabs.
 */
export function createUser(world: World, site: string, arrival: ArrivalKeeper): UserKeeper {
  const key = `segue:${site}:user`
  let held: User | undefined
  let isKept = false

  const stored = (): User | undefined => {
    const kept = Object(world.local.read(key)) as Partial<User>
    return kept.anonymousId ? (kept as User) : undefined
  }

  const set = (next: User) => {
    held = next
    if (isKept) world.local.write(key, next)
    return next
  }

  const known = () => (isKept ? stored() : held)
  const current = () => known() ?? set({ anonymousId: uuidv7(world.now()), traits: {} })

  const forget = () => {
    held = undefined
    world.local.write(key, undefined)
    arrival.forget()
  }

  return {
    ...{ current, forget },
    identify(userId = current().userId, traits) {
      const before = current().userId
      if (before && before !== userId) forget()
      const base = current()
      const all = { ...base.traits, ...traits }
      set({ ...base, userId, traits: all })
      return all
    },
    join(id, traits) {
      const base = current()
      const all = base.group?.id === id ? { ...base.group.traits, ...traits } : traits
      set({ ...base, group: { id, traits: all } })
      return all
    },
    keep() {
      const mine = known()
      isKept = true
      arrival.keep()
      const kept = stored()
      const isOther = mine?.userId && kept?.userId && mine.userId !== kept.userId
      if (!kept || isOther) return set(mine ?? current()).anonymousId
      const { anonymousId, traits } = kept
      set({ ...kept, ...mine, anonymousId, traits: { ...traits, ...mine?.traits } })
      return anonymousId
    },
    hold() {
      held = known()
      isKept = false
    }
  }
}
