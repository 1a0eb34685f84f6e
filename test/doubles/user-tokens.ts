import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { type JWTPayload, SignJWT } from 'jose'
import { testSite } from './relay.ts'

interface Signing {
  /** @default HS256, with the test site's secret */
  alg?: string
  key?: Uint8Array | KeyObject
  kid?: string
  typ?: string
}

const HOUR_S = 3600

/** A user's token as a company's server signs it; each part may be another. `undefined` leaves a claim out. */
export function signUser(
  claims: Partial<Record<keyof JWTPayload | 'traits', unknown>> = {},
  { alg = 'HS256', key = Buffer.from(testSite.secret), ...header }: Signing = {}
): Promise<string> {
  const exp = Math.floor(Date.now() / 1000) + HOUR_S
  const payload = { sub: 'u1', aud: testSite.key, exp, ...claims } as JWTPayload
  return new SignJWT(payload).setProtectedHeader({ alg, ...header }).sign(key)
}

/** A token that says it needs no signature. */
export function unsignedUser(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const exp = Math.floor(Date.now() / 1000) + HOUR_S
  return `${part({ alg: 'none' })}.${part({ sub: 'u1', aud: testSite.key, exp })}.`
}

/** The hash of a user's id, as sites that come from elsewhere make it. */
export const hashUser = (secret: string, id: string): string =>
  createHmac('sha256', secret).update(id).digest('hex')

/** A pair of keys, the public one as it stands in a key set. */
export function newKeys(kind: 'ed25519' | 'p256' | 'rsa', kid?: string) {
  const { publicKey, privateKey } =
    kind === 'ed25519'
      ? generateKeyPairSync('ed25519')
      : kind === 'p256'
        ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
        : generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string
  const jwk = { ...publicKey.export({ format: 'jwk' }), ...(kid ? { kid } : {}) }
  return { privateKey, jwk: jwk as Record<string, string>, pem }
}
