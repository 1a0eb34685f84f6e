import { createHmac, timingSafeEqual } from 'node:crypto'
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeProtectedHeader,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify
} from 'jose'
import type { ProvenUser } from '../core/identity/prove-visitor.ts'
import { Refused } from '../core/refusal.ts'
import { HttpRefusal } from './http-refusal.ts'

/** Longest a token may still be good for. One that is stolen is worth no more than this. */
const MOST_MS = 24 * 3_600_000
/** Clocks of servers differ by a little. */
const TOLERANCE_S = 10

/** How a site vouches for its users. Its secret signs tokens unless it has public keys: then these alone count. */
export interface SiteIdentity {
  secret: string
  /** Where its public keys are, or the keys. */
  jwks?: string | JSONWebKeySet
  /** What the hashes of users' ids are made with. Without it, hashes are not taken. */
  hashSecret?: string
}

/** What a page shows of its user. */
export interface ShownProof {
  userToken?: string | undefined
  userId?: string | undefined
  userHash?: string | undefined
}

/**
 * The user that a page has proved on a site, if it has shown a proof.
 *
 * @throws {Refused} `user_token_expired`, `user_token_invalid`, {HttpRefusal} 503 when the site's keys cannot be fetched
 */
export type FindUser = (site: string, shown: ShownProof) => Promise<ProvenUser | undefined>

type Check = (token: string) => Promise<JWTPayload>

export function createFindUser(
  identities: ReadonlyMap<string, SiteIdentity>,
  now: () => number
): FindUser {
  const checks = new Map([...identities].map(([site, by]) => [site, checkOf(site, by, now)]))

  return async (site, { userToken, userId, userHash }) => {
    if (userToken !== undefined) return readUser(await checks.get(site)!(userToken), now())
    if (userHash === undefined) return undefined
    const secret = identities.get(site)?.hashSecret
    if (!secret) throw invalid('this site takes no hashes')
    if (!userId || !isHash(userHash, createHmac('sha256', secret).update(userId).digest())) {
      throw invalid('the hash is not of this user’s id')
    }
    return { id: userId, proof: 'hash', at: now() }
  }
}

const invalid = (why: string) =>
  new Refused('user_token_invalid', `The user is not proved: ${why}.`, 'userToken')

/** Which algorithm a token names is never asked: the kind of the site's key decides what is tried. */
function checkOf(site: string, { secret, jwks }: SiteIdentity, now: () => number): Check {
  const key = jwks === undefined ? secretKey(secret) : publicKeys(jwks)
  const algorithms = jwks === undefined ? ['HS256'] : ['EdDSA', 'Ed25519', 'ES256']
  return async token => {
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms,
        audience: site,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: TOLERANCE_S,
        currentDate: new Date(now())
      })
      // Ours say so in their type, and have a key of their own besides.
      if (decodeProtectedHeader(token).typ?.startsWith('segue-')) throw invalid('it is no user’s')
      return payload
    } catch (error) {
      throw refusalOf(error)
    }
  }
}

const secretKey = (secret: string): JWTVerifyGetKey => {
  const bytes = new TextEncoder().encode(secret)
  return async () => bytes
}

const publicKeys = (jwks: string | JSONWebKeySet): JWTVerifyGetKey =>
  typeof jwks === 'string' ? createRemoteJWKSet(new URL(jwks)) : createLocalJWKSet(jwks)

function refusalOf(error: unknown): Error {
  if (error instanceof Refused) return error
  if (error instanceof errors.JWTExpired) {
    return new Refused('user_token_expired', 'The user’s token has expired.', 'userToken')
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return invalid(`its claim ${error.claim} is missing or not for this site`)
  }
  const isUnreachable =
    !(error instanceof errors.JOSEError) ||
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    error.code === errors.JOSEError.code
  return isUnreachable
    ? new HttpRefusal(503, 'unavailable', 'The site’s keys could not be fetched. Try again soon.')
    : invalid('the token is not signed by this site')
}

function readUser({ sub, exp = 0, iat, traits }: JWTPayload, now: number): ProvenUser {
  if (!sub || sub.length > 256) throw invalid('its claim sub is no id of 1 to 256 characters')
  if (exp * 1000 > now + MOST_MS + TOLERANCE_S * 1000) {
    throw invalid('it is good for more than 24 hours')
  }
  const isObject = typeof traits === 'object' && traits !== null && !Array.isArray(traits)
  return {
    id: sub,
    proof: 'token',
    at: iat === undefined ? now : Math.min(iat * 1000, now),
    ...(isObject ? { traits: traits as Record<string, unknown> } : {})
  }
}

function isHash(told: string, made: Buffer): boolean {
  const bytes = Buffer.from(told, 'hex')
  return bytes.length === made.length && timingSafeEqual(bytes, made)
}
