import type { Properties } from './sdk.ts'
import { uuidv7 } from './uuid.ts'
import type { World } from './world.ts'

/** Whom events are about, as far as the page has said. Unproved: it shows nothing to anybody. */
export interface User {
  anonymousId: string
  userId?: string
  traits: Properties
}

export interface UserKeeper {
  current(): User
  /** Another user than before gets another anonymous id, and none of the former one's traits. */
  identify(userId: string | undefined, traits: Properties): User
  /** From now on it may be stored. A visitor known from before keeps that anonymous id, which is returned. */
  keep(): string
  /** Forgets the user; the next one is somebody new. `forever`: stores nothing from now on. */
  forget(forever?: boolean): void
}

/** Keeps the user of one site: in memory, and in storage once that is agreed to. */
export function createUser(world: World, site: string): UserKeeper {
  const key = `segue:${site}:user`
  let user: User | undefined
  let isKept = false

  const set = (next: User) => {
    user = next
    if (isKept) world.local.write(key, user)
    return next
  }

  const current = () => user ?? set({ anonymousId: uuidv7(world.now()), traits: {} })

  return {
    current,
    identify(userId = current().userId, traits) {
      const before = current()
      const isOther = before.userId !== undefined && before.userId !== userId
      if (isOther) user = undefined
      const base = current()
      return set({ ...base, ...(userId && { userId }), traits: { ...base.traits, ...traits } })
    },
    keep() {
      if (isKept) return current().anonymousId
      isKept = true
      const kept = Object(world.local.read(key)) as Partial<User>
      const isSame = !user?.userId || !kept.userId || user.userId === kept.userId
      const known = kept.anonymousId && isSame ? (kept as User) : current()
      const traits = { ...known.traits, ...user?.traits }
      return set({ ...known, ...user, anonymousId: known.anonymousId, traits }).anonymousId
    },
    forget(forever = false) {
      user = undefined
      world.local.write(key, undefined)
      if (forever) isKept = false
    }
  }
}
