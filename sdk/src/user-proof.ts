import type { UserProof } from './protocol/page-api.ts'
import type { World } from './world.ts'

/**
 * What proves who the page's user is: a token that the site's server has signed, or how to get a fresh one; or the
 * hash of the user's id, which some sites still have. In memory only.
 */
export type UserToken =
  | string
  | (() => string | Promise<string>)
  | { userId: string; userHash: string }

export interface ProofKeeper {
  /** Undefined: there is none any more. */
  set(source: UserToken | undefined): void
  /** What the page has said, if anything. */
  has(): boolean
  /** Resolves when the page has said something, or after so many milliseconds. */
  given(ms: number): Promise<void>
  /** The proof for a request; empty when there is none. @throws what the page's function throws */
  now(): Promise<UserProof>
  /** The same, of what is in hand. */
  held(): UserProof
  /** A request was refused. True when that was because of the proof, and the page can be asked for another. */
  renew(code: string): boolean
}

/** Whether a refusal is about who the user is. */
export const isUserRefused = (code: string): boolean => code.startsWith('user_token')

/** @param changed told when there is another proof than before */
export function createProof(world: World, changed: () => void): ProofKeeper {
  let source: UserToken | undefined
  let inHand: UserProof = {}
  let given = () => {}

  const take = (given: Exclude<UserToken, () => unknown>): UserProof => {
    inHand = typeof given === 'string' ? { userToken: given } : given
    return inHand
  }

  return {
    set(next) {
      source = next
      inHand = {}
      if (next && typeof next !== 'function') take(next)
      given()
      changed()
    },
    has: () => !!source,
    given: ms =>
      new Promise(resolve => {
        given = resolve
        world.after(ms, resolve)
      }),
    async now() {
      if (inHand.userToken || typeof source !== 'function') return inHand
      const asked = source
      const token = await asked()
      return asked === source ? take(token) : inHand
    },
    held: () => inHand,
    renew(code) {
      if (!isUserRefused(code) || typeof source !== 'function') return false
      inHand = {}
      return true
    }
  }
}
