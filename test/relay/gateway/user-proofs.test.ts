import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createTokens } from '../../../relay/src/gateway/tokens.ts'
import { createFindUser } from '../../../relay/src/gateway/user-proofs.ts'
import { site } from '../../doubles/house.ts'
import { testSite } from '../../doubles/relay.ts'
import { hashUser, newKeys, signUser, unsignedUser } from '../../doubles/user-tokens.ts'

type Identity =
  Parameters<typeof createFindUser>[0] extends ReadonlyMap<string, infer I> ? I : never

const { secret, key } = testSite
const seconds = (fromNow: number) => Math.floor(Date.now() / 1000) + fromNow

const finder = (identity: Partial<Identity> = {}) =>
  createFindUser(new Map([[key, { secret, ...identity }]]), Date.now)

/** What becomes of a token: the user's id, or why it is refused. */
async function read(token: string | Promise<string>, identity: Partial<Identity> = {}) {
  const reading = finder(identity)(key, { userToken: await token })
  return reading.then(
    user => user?.id,
    error => error.code
  )
}

describe('a user’s token, signed with the site’s secret', () => {
  it('proves who the user is, with what the site says of them', async () => {
    const traits = { plan: 'gold' }
    const iat = seconds(-60)
    const user = await finder()(key, { userToken: await signUser({ traits, iat }) })
    expect(user).toEqual({ id: 'u1', proof: 'token', traits, at: iat * 1000 })
  })

  it('is refused when its time is over, and says that it is that', async () => {
    expect(await read(signUser({ exp: seconds(-60) }))).toBe('user_token_expired')
    expect(await read(signUser({ exp: seconds(-3) }))).toBe('u1')
  })

  it.each([
    ['without an end', { exp: undefined }],
    ['good for more than a day', { exp: seconds(25 * 3600) }],
    ['for another site', { aud: 'other' }],
    ['for no site', { aud: undefined }],
    ['of nobody', { sub: undefined }],
    ['of an empty name', { sub: '' }],
    ['of an endless name', { sub: 'x'.repeat(257) }],
    ['not good yet', { nbf: seconds(600) }]
  ])('is refused %s', async (_, claims) => {
    expect(await read(signUser(claims))).toBe('user_token_invalid')
  })

  it('is refused with a wrong key, tampered with, or not signed at all', async () => {
    const token = await signUser()
    const [header, , signature] = token.split('.')
    const other = Buffer.from(JSON.stringify({ sub: 'u2', aud: key, exp: seconds(60) }))
    const tampered = `${header}.${other.toString('base64url')}.${signature}`
    const wrong = signUser({}, { key: Buffer.from('another secret of some length') })
    for (const bad of [wrong, tampered, `${token}x`, unsignedUser(), 'x', 'a.b.c', '']) {
      expect(await read(bad)).toBe('user_token_invalid')
    }
  })

  it('is refused with another algorithm than the site’s key is for', async () => {
    const { privateKey } = newKeys('rsa')
    expect(await read(signUser({}, { alg: 'RS256', key: privateKey }))).toBe('user_token_invalid')
    expect(await read(signUser({}, { alg: 'HS512' }))).toBe('user_token_invalid')
  })
})

describe('a user’s token, signed with a key of the site’s own', () => {
  const ed = newKeys('ed25519', 'ed')
  const ec = newKeys('p256', 'ec')
  const jwks = { keys: [ed.jwk, ec.jwk] }

  it('is good with Ed25519 and with P-256', async () => {
    const signing = { alg: 'EdDSA', key: ed.privateKey, kid: 'ed' }
    expect(await read(signUser({}, signing), { jwks })).toBe('u1')
    const signingEc = { alg: 'ES256', key: ec.privateKey, kid: 'ec' }
    expect(await read(signUser({}, signingEc), { jwks })).toBe('u1')
  })

  it('is good with nothing else: not the secret, not the public key taken for a secret', async () => {
    const confused = [ed.pem, JSON.stringify(ed.jwk), ed.jwk.x!].map(text =>
      signUser({}, { key: Buffer.from(text), kid: 'ed' })
    )
    for (const token of [signUser(), ...confused, unsignedUser()]) {
      expect(await read(token, { jwks })).toBe('user_token_invalid')
    }
    const stranger = newKeys('ed25519')
    const signing = { alg: 'EdDSA', key: stranger.privateKey, kid: 'ed' }
    expect(await read(signUser({}, signing), { jwks })).toBe('user_token_invalid')
  })

  it('is checked with the keys at an address, and waits when they cannot be fetched', async () => {
    const server = createServer((_, res) => res.end(JSON.stringify(jwks)))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`
    const token = await signUser({}, { alg: 'EdDSA', key: ed.privateKey, kid: 'ed' })
    const known = finder({ jwks: address })
    expect(await known(key, { userToken: token })).toMatchObject({ id: 'u1' })
    await new Promise(resolve => server.close(resolve))
    // The keys in hand go on to be good; whoever has none says come back later, not: you are somebody else.
    expect(await known(key, { userToken: token })).toMatchObject({ id: 'u1' })
    const waiting = finder({ jwks: address })(key, { userToken: token })
    await expect(waiting).rejects.toMatchObject({ status: 503 })
  })
})

describe('a hash of a user’s id', () => {
  const hashSecret = 'the secret of the house before'

  it('proves the user where the site takes hashes, and nowhere else', async () => {
    const shown = { userId: 'u1', userHash: hashUser(hashSecret, 'u1') }
    expect(await finder({ hashSecret })(key, shown)).toMatchObject({ id: 'u1', proof: 'hash' })
    const bad = [
      finder()(key, shown),
      finder({ hashSecret })(key, { ...shown, userId: 'u2' }),
      finder({ hashSecret })(key, { userHash: shown.userHash }),
      finder({ hashSecret })(key, { userId: 'u1', userHash: hashUser(secret, 'u1') }),
      finder({ hashSecret })(key, { userId: 'u1', userHash: '' })
    ]
    for (const reading of bad) {
      await expect(reading).rejects.toMatchObject({ code: 'user_token_invalid' })
    }
  })
})

describe('a visitor’s token and a user’s', () => {
  const tokens = createTokens({
    sites: new Map([[key, { ...site, key }]]),
    siteSecrets: new Map([[key, secret]]),
    agentTokens: [],
    now: Date.now
  })

  it('are never each other, though both come of the site’s secret', async () => {
    const visitor = await tokens.mintVisitor({ address: 'a1', site: { ...site, key } })
    expect(await tokens.visitorOf(visitor.token)).toMatchObject({ address: 'a1' })
    expect(await read(visitor.token)).toBe('user_token_invalid')
    for (const typ of [undefined, 'segue-visitor+jwt']) {
      const user = await signUser({ sub: 'a1' }, typ ? { typ } : {})
      await expect(tokens.visitorOf(user)).rejects.toMatchObject({ code: 'unauthorized' })
    }
    expect(await read(signUser({}, { typ: 'segue-visitor+jwt' }))).toBe('user_token_invalid')
  })
})
