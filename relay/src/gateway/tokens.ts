import { createHash, hkdfSync, timingSafeEqual } from 'node:crypto'
import { decodeJwt, jwtVerify, SignJWT } from 'jose'
import { Refused } from '../core/refusal.ts'
import type { Agent, Site } from '../core/settings.ts'

/** How long a visitor's token is good, in milliseconds. */
const VISITOR_TOKEN_MS = 15 * 60_000

const TYPE = 'segue-visitor+jwt'

/** What tokens are made of and checked against. */
export interface Credentials {
  sites: ReadonlyMap<string, Site>
  /** Each site's secret, by its key. */
  siteSecrets: ReadonlyMap<string, string>
  agentTokens: readonly { agent: Agent; token: string }[]
  now(): number
}

/** A visitor who has proven itself. */
export interface Visitor {
  address: string
  site: Site
}

/** Makes and checks what visitors and agents prove themselves with. */
export interface Tokens {
  mintVisitor(visitor: Visitor): Promise<{ token: string; expires: number }>
  /** @throws {Refused} `unauthorized` */
  visitorOf(token: string): Promise<Visitor>
  /** @throws {Refused} `unauthorized` */
  agentOf(token: string): Agent
}

export function createTokens({ sites, siteSecrets, agentTokens, now }: Credentials): Tokens {
  const keys = new Map([...siteSecrets].map(([site, secret]) => [site, deriveKey(secret)]))
  const agents = agentTokens.map(({ agent, token }) => ({ agent, hash: hashOf(token) }))

  return {
    async mintVisitor({ address, site }) {
      const expires = now() + VISITOR_TOKEN_MS
      const token = await new SignJWT()
        .setProtectedHeader({ alg: 'HS256', typ: TYPE })
        .setSubject(address)
        .setAudience(site.key)
        .setExpirationTime(Math.floor(expires / 1000))
        .sign(keyOf(keys, site.key))
      return { token, expires }
    },

    async visitorOf(token) {
      try {
        // Not yet believed: it only says whose secret to check with.
        const audience = String(decodeJwt(token).aud)
        const { payload } = await jwtVerify(token, keyOf(keys, audience), {
          algorithms: ['HS256'],
          audience,
          typ: TYPE,
          requiredClaims: ['sub', 'exp'],
          currentDate: new Date(now())
        })
        return { address: payload.sub!, site: sites.get(audience)! }
      } catch {
        throw new Refused(
          'unauthorized',
          'The token is missing, expired or not ours. Get a new one.'
        )
      }
    },

    agentOf(token) {
      const hash = hashOf(token)
      const found = agents.filter(agent => timingSafeEqual(agent.hash, hash))[0]
      if (!found) throw new Refused('unauthorized', 'This is no agent’s token.')
      return found.agent
    }
  }
}

// The site signs its users' tokens with the secret itself. A key of our own, so that neither is ever the other.
const deriveKey = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', TYPE, 32))

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

function keyOf(keys: ReadonlyMap<string, Buffer>, site: string): Buffer {
  const key = keys.get(site)
  if (!key) throw new Error('A site without a secret')
  return key
}

/** The token of an `Authorization: Bearer` header; empty when there is none. */
export const bearerOf = (header: string | undefined): string =>
  /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1] ?? ''
