import type { UserProof } from './protocol/session-api.ts'

/**
 * What proves who the page's user is: a token that the site's server has signed, or how to get a fresh one; or the
 * hash of the user's id, which some sites still have. In memory only.
 */
export type UserToken =
  | string
  | (() => string | Promise<string>)
  | { userId: string; userHash: string }

/** The proof as the page has given it, lent to those who need it later (`prove-user.ts`). */
export interface ProofKeeper {
  /** What the page has said, if anything. */
  source?: UserToken | undefined
  /** What goes with a request now; empty when there is none. */
  inHand: UserProof
  /** The page has said something. */
  told(): void
}

/** As a request carries it. */
export const proofOf = (given: UserToken | undefined): UserProof =>
  typeof given === 'string' ? { userToken: given } : typeof given === 'object' ? given : {}
