import type { IdentityKeeper } from '../identity.ts'
import { type Base, visitorKey } from '../seam.ts'

/** What is stored must lack the user for so long, in milliseconds: another one takes a former one's place at once. */
const SURE_MS = 1_000

interface Follower {
  /** Whose session this tab has, if it has one. */
  mine(): string | undefined
  identity: IdentityKeeper
  /** Ends the session, and forgets all that belongs to it. */
  drop(): void
  /** Goes on with what is stored. */
  resume(): boolean
  /** Takes up what other tabs have written. */
  load(): boolean
}

/**
 * Follows what other tabs do to the visitor, by what they have stored: signing out, becoming another visitor,
 * withdrawing consent, writing what cannot be sent yet. All tabs hear of storage, whatever connects them. Ends with the world.
 */
export function followStorage(
  { world, site, proof, consent }: Base,
  { mine, identity, drop, resume, load }: Follower
): void {
  const isUserKept = () => world.local.read(`${visitorKey(site)}:user`) !== undefined
  let wasKept = isUserKept()

  const follow = () => {
    const kept = identity.read()
    load()
    if (kept?.visitor === mine()) return followConsent()
    // While the page says who its user is, that counts.
    if (!mine() || (kept && proof.source)) return
    drop()
    if (kept) resume()
    else Object.assign(proof, { source: undefined, inHand: {} })
  }

  const followConsent = () => {
    if (isUserKept()) wasKept = true
    else if (wasKept) world.after(SURE_MS, deny)
  }

  const deny = () => {
    if (!wasKept || !mine() || identity.read()?.visitor !== mine() || isUserKept()) return
    wasKept = false
    consent?.set('denied')
  }

  world.listen('storage', follow)
  // It may have changed while this was being fetched.
  follow()
}
