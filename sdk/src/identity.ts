import { visitorKey } from './seam.ts'
import type { Shelf } from './storage.ts'

/** Who this browser is to the relay, on one site. The secret proves it. */
export interface Identity {
  visitor: string
  secret: string
  /** Whether a conversation is under way, so that the next page connects by itself. */
  live: boolean
}

export interface IdentityKeeper {
  read(): Identity | undefined
  /** `undefined` forgets. */
  write(identity: Identity | undefined): void
  /** Changes `live`, if there is somebody. */
  setLive(live: boolean): void
}

/** Keeps the identity of one site. Storage is the truth: tabs share it, and clearing it is obeyed. */
export function createIdentity(shelf: Shelf, site: string): IdentityKeeper {
  const key = visitorKey(site)

  const read = () => {
    const kept = Object(shelf.read(key)) as Partial<Identity>
    return kept.visitor && kept.secret ? (kept as Identity) : undefined
  }

  const write = (identity: Identity | undefined) => shelf.write(key, identity)

  return {
    ...{ read, write },
    setLive(live) {
      const identity = read()
      if (identity && identity.live !== live) write({ ...identity, live })
    }
  }
}
