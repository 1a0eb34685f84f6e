import { visitorKey } from './seam.ts'
import type { Shelf } from './storage.ts'

/** Who this browser is to the relay, on one site. The secret proves it. */
export interface Identity {
  visitor: string
  secret: string
  /** Until when the next page goes on with the conversation by itself, in milliseconds since 1970; 0: not at all. */
  liveUntil: number
  /** It is a user's, and opens with that user's proof alone. */
  isUsers?: boolean
}

/** A fortnight is no matter of a minute, in milliseconds: not every message is to write to the disk, and to wake the other tabs. */
const NEAR_MS = 60_000

export interface IdentityKeeper {
  read(): Identity | undefined
  /** `undefined` forgets. */
  write(identity: Identity | undefined): void
  /** Changes `liveUntil`, if there is somebody and it is not about the same. */
  setLive(until: number): void
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
    setLive(liveUntil) {
      const identity = read()
      if (identity && Math.abs(identity.liveUntil - liveUntil) > NEAR_MS) {
        write({ ...identity, liveUntil })
      }
    }
  }
}
