import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestRelay, type TestRelay, testSite } from '../../doubles/relay.ts'
import { hashUser, newKeys, signUser, unsignedUser } from '../../doubles/user-tokens.ts'
import { agentCall, pageCall } from '../../doubles/wire.ts'

const hashSecret = 'the secret of the house before'
const { origin, ...known } = testSite
const shop = { ...known, origins: [origin] }

let relay: TestRelay
beforeAll(async () => {
  const other = { ...shop, key: 'strict', secret: 'a-secret-of-the-strict-shop-01' }
  const sites = [
    { ...shop, identity: { hashSecret } },
    { ...other, identity: { required: true } }
  ]
  relay = await startTestRelay({ config: { sites } })
})
afterAll(() => relay.close())

const open = async (body: object = {}) =>
  pageCall(relay.url, '/v1/session', { body: { site: 'shop', ...body } })

const thread = async (token: string) => {
  const { body } = await pageCall(relay.url, '/v1/thread', { token })
  return body.entries.filter(({ type }: { type: string }) => type === 'message')
}

const send = (token: string, text: string, cid = text) =>
  pageCall(relay.url, '/v1/poll', {
    body: {
      frames: [
        { type: 'hello', token, since: 0, visible: true },
        { type: 'send', cid, text }
      ]
    }
  })

const post = (batch: object[], more: object = {}) =>
  pageCall(relay.url, '/v1/batch', { body: { writeKey: 'shop', batch, ...more } })

let calls = 0
const identify = (userId: string, more: object = {}) => ({
  ...{ type: 'identify', messageId: `c${++calls}`, anonymousId: 'evil', userId },
  ...more
})

/** Maja has signed in and told the shop a secret. */
async function maja(id: string) {
  const { body } = await open({ userToken: await signUser({ sub: id }) })
  await send(body.token, `A secret of ${id}`)
  const traits = { email: `${id}@example.com`, phone: '+46700000001', name: 'Maja' }
  const userToken = await signUser({ sub: id })
  await post([identify(id, { anonymousId: `anon-${id}`, traits })], {
    token: body.token,
    userToken
  })
  expect(await thread(body.token)).toHaveLength(1)
  return body
}

describe('somebody who says to be Maja', () => {
  it.each([
    ['by her id', (id: string) => identify(id)],
    ['by her e-mail', (id: string) => identify(`${id}@example.com`)],
    [
      'by her e-mail among traits',
      (id: string) =>
        identify('eve', { traits: { email: `${id}@example.com`, phone: '+46700000001' } })
    ],
    ['by her phone number', () => identify('+46700000001')],
    [
      'by an alias to her',
      (id: string) => ({ ...identify(id), type: 'alias', previousId: 'evil' })
    ],
    ['by her anonymous id', (id: string) => identify(id, { anonymousId: `anon-${id}` })]
  ])('%s reads nothing of hers, and answers come to nobody else', async (how, call) => {
    const id = `m-${how.replace(/\W/g, '')}`
    const hers = await maja(id)
    const { body: evil } = await open()
    const answer = await post([call(id)], { token: evil.token })
    expect(answer.body).toEqual({ success: true, stored: 1, refused: [] })
    const { body: again } = await open({ visitor: evil.visitor, secret: evil.secret })
    expect(again.conversation).not.toBe(hers.conversation)
    expect(await thread(again.token)).toEqual([])
    expect(JSON.stringify([answer.body, again])).not.toContain('Maja')
  })

  it('shows in the inbox as one who says so, apart from her', async () => {
    const hers = await maja('m-inbox')
    const { body: evil } = await open()
    await send(evil.token, 'It is me, Maja')
    await post([identify('m-inbox', { anonymousId: 'e-inbox' })], { token: evil.token })
    const person = async (conversation: string) =>
      (await agentCall(relay.url, `/conversations/${conversation}`)).body
    const [real, false_] = [await person(hers.conversation), await person(evil.conversation)]
    expect(real.user).toEqual({ id: 'm-inbox', proved: true })
    expect(false_.user).toEqual({ id: 'm-inbox', proved: false })
    expect(real.person).not.toBe(false_.person)
  })

  it('has no use for what a token that was good once, or is good elsewhere', async () => {
    await maja('m-replay')
    const sub = 'm-replay'
    const exp = Math.floor(Date.now() / 1000) - 60
    const wrongKey = Buffer.from('a-secret-of-the-strict-shop-01')
    const { privateKey } = newKeys('rsa')
    const tokens: [string, string][] = [
      [await signUser({ sub, exp }), 'user_token_expired'],
      [await signUser({ sub, aud: 'strict' }), 'user_token_invalid'],
      [await signUser({ sub }, { key: wrongKey }), 'user_token_invalid'],
      [await signUser({ sub }, { alg: 'RS256', key: privateKey }), 'user_token_invalid'],
      [unsignedUser(), 'user_token_invalid']
    ]
    for (const [userToken, code] of tokens) {
      const opened = await open({ userToken })
      expect([opened.status, opened.body.error.code]).toEqual([401, code])
      const posted = await post([identify(sub)], { userToken })
      expect([posted.status, posted.body.error.code]).toEqual([401, code])
    }
  })

  it('cannot use a visitor’s token for a user’s, nor a user’s for a visitor’s', async () => {
    const hers = await maja('m-swap')
    expect((await open({ userToken: hers.token })).status).toBe(401)
    const userToken = await signUser({ sub: 'm-swap' })
    expect((await pageCall(relay.url, '/v1/thread', { token: userToken })).status).toBe(401)
  })

  it('cannot open her browser’s session with a token of their own, nor with none', async () => {
    const hers = await maja('m-browser')
    const { visitor, secret } = hers
    for (const userToken of [await signUser({ sub: 'eve' }), undefined]) {
      const { body } = await open({ visitor, secret, ...(userToken && { userToken }) })
      expect(body.visitor).not.toBe(visitor)
      expect(body.conversation).not.toBe(hers.conversation)
      expect(await thread(body.token)).toEqual([])
    }
    const userToken = await signUser({ sub: 'm-browser' })
    expect((await open({ visitor, secret, userToken })).body).toMatchObject({ visitor })
  })

  it('cannot pass off her hash for another’s, nor use one where none is taken', async () => {
    const good = { userId: 'm-hash', userHash: hashUser(hashSecret, 'm-hash') }
    expect((await open(good)).body.user).toBe('m-hash')
    expect((await open({ ...good, userId: 'm-replay' })).status).toBe(401)
    expect((await open({ ...good, site: 'strict' })).status).toBe(401)
  })
})

describe('a site that demands proof', () => {
  const strict = { writeKey: 'strict' }
  const key = Buffer.from('a-secret-of-the-strict-shop-01')

  it('refuses the calls in somebody’s name, one by one, and keeps the rest', async () => {
    const track = { type: 'track', event: 'Seen', anonymousId: 'a', messageId: 's1' }
    const { status, body } = await post([identify('u1'), track], strict)
    expect([status, body.stored]).toEqual([200, 1])
    expect(body.refused).toMatchObject([{ index: 0, path: 'userId' }])
    const userToken = await signUser({ sub: 'u1', aud: 'strict' }, { key })
    const proved = await post([identify('u1'), identify('u2')], { ...strict, userToken })
    expect(proved.body).toMatchObject({ stored: 1, refused: [{ index: 1 }] })
  })

  it('takes its own server’s word', async () => {
    const reply = await fetch(`${relay.url}/v1/batch`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${key}:`)}` },
      body: JSON.stringify({ batch: [identify('u9')] })
    })
    expect(await reply.json()).toMatchObject({ stored: 1, refused: [] })
  })

  it('lets anonymous visitors chat', async () => {
    const { body } = await open({ site: 'strict' })
    await send(body.token, 'Hello')
    expect(await thread(body.token)).toHaveLength(1)
  })
})

it('never logs a token, nor a hash', async () => {
  const userToken = await signUser({ sub: 'logged' })
  await open({ userToken })
  await open({ userToken: `${userToken}x` })
  const lines = relay.logged.join('\n')
  expect(lines).not.toContain(userToken.split('.')[2])
  expect(lines).not.toContain(hashUser(hashSecret, 'm-hash'))
})
