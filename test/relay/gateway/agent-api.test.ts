import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestRelay, type TestRelay, testAgent, testSite } from '../../doubles/relay.ts'
import { agentCall, openWidget, type Wire } from '../../doubles/wire.ts'

const stranger = { id: 'eve', name: 'Eve', email: 'eve@other.test', token: 'eve-token-0000000001' }

let relay: TestRelay
let visitor: Wire
let id: string

beforeAll(async () => {
  const { origin, ...site } = testSite
  relay = await startTestRelay({
    config: {
      sites: [
        { ...site, origins: [origin], country: 'SE' },
        { ...site, key: 'other', name: 'Other', origins: ['http://other.test'] }
      ],
      agents: [
        { ...testAgent, sites: [testSite.key] },
        { ...stranger, sites: ['other'] }
      ]
    }
  })
  const opened = await openWidget(relay.url)
  visitor = opened
  id = opened.visit.conversation
  visitor.say({ type: 'send', cid: 'q', text: 'Do you ship to Norway?' })
  await visitor.next({ type: 'ack' })
})
afterAll(() => relay.close())

const call = (path: string, body?: unknown, token?: string) =>
  agentCall(relay.url, path, {
    ...(body === undefined ? {} : { body }),
    ...(token ? { token } : {})
  })
const post = (path: string) => agentCall(relay.url, path, { method: 'POST' })

describe('the company API', () => {
  it('says who the agent is, and what there is to work with', async () => {
    const { body } = await call('/me')
    expect(body).toMatchObject({
      ...{ id: 'kim', name: 'Kim' },
      sites: [{ key: 'shop', name: 'Test Shop' }],
      accounts: [{ account: 'whatsapp' }, { account: 'sms' }]
    })
  })

  it('lists, shows, answers, and the visitor hears it', async () => {
    const list = await call('/conversations?state=waiting')
    expect(list.body.items).toMatchObject([{ id, unread: 1, state: 'waiting' }])

    const reply = await call(`/conversations/${id}/messages`, { cid: 'a', text: 'We do!' })
    expect(reply).toMatchObject({ status: 201, body: { on: { account: 'web' } } })
    const heard = await visitor.next(({ entries }) => entries?.[0].text === 'We do!')
    expect(heard.entries[0]).toMatchObject({ from: 'agent', name: 'Kim' })

    const detail = await call(`/conversations/${id}?since=1`)
    expect(detail.body).toMatchObject({ id, visible: true, state: 'open' })
    expect(detail.body.entries[0].seq).toBe(2)
  })

  it('claims, closes and reopens, reads and offers', async () => {
    for (const act of ['claim', 'close', 'reopen']) {
      expect((await post(`/conversations/${id}/${act}`)).status).toBe(204)
    }
    expect((await call(`/conversations/${id}/read`, { upTo: 1 })).status).toBe(204)
    const offer = await call(`/conversations/${id}/handoffs`, { account: 'sms' })
    expect(offer).toMatchObject({ status: 201, body: { code: expect.any(String) } })
  })

  it('texts a number only with the person’s consent', async () => {
    const number = { account: 'sms', to: '+46700000009' }
    const without = await call(`/conversations/${id}/handoffs`, number)
    expect(without.body.error).toMatchObject({ code: 'invalid', path: 'consent' })
    const given = await call(`/conversations/${id}/handoffs`, { ...number, consent: true })
    expect(given.status).toBe(201)
  })

  it('shows the person', async () => {
    const { person } = (await call(`/conversations/${id}`)).body
    const { body } = await call(`/people/${person}`)
    expect(body).toMatchObject({ id: person, site: 'shop', links: [{ proof: 'self' }] })
    expect((await call(`/people/${person}/events`)).body.items).toEqual([])
  })

  it('says what cannot be done, and why', async () => {
    const back = await post(`/conversations/${id}/return-link`)
    expect([back.status, back.body.error.code]).toEqual([422, 'undeliverable'])
    const empty = await call(`/conversations/${id}/messages`, { cid: 'x', text: '' })
    expect([empty.status, empty.body.error.path]).toEqual([400, 'text'])
    const query = await call('/conversations?state=lost')
    expect([query.status, query.body.error.path]).toEqual([400, 'state'])
  })
})

describe('an agent of another site', () => {
  it('finds nothing, however it asks', async () => {
    const { person } = (await call(`/conversations/${id}`)).body
    const links = (await call(`/people/${person}`)).body.links
    const as = (path: string, body?: unknown) => call(path, body, stranger.token)
    const tries = [
      as(`/conversations/${id}`),
      as(`/conversations/${id}/messages`, { cid: 'x', text: 'Hello' }),
      as(`/conversations/${id}/handoffs`, { account: 'sms' }),
      as(`/conversations/${id}/read`, { upTo: 1 }),
      as(`/conversations/${id}/claim`, {}),
      as(`/conversations/${id}/return-link`, {}),
      as(`/people/${person}`),
      as(`/people/${person}/events`),
      as(`/links/${links[0].id}/undo`, {}),
      as('/deliveries/none/resend', {})
    ]
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses).toEqual(tries.map(() => 404))
    expect((await as('/conversations')).body.items).toEqual([])
  })
})

describe('a wrong token', () => {
  it('is answered with 401, and after many tries with 429', async () => {
    const guard = await startTestRelay({ config: { limits: { wrongTokensPerMinute: 3 } } })
    const guess = () => agentCall(guard.url, '/me', { token: 'guess' })
    const first = await guess()
    expect(first.status).toBe(401)
    expect(first.headers.get('www-authenticate')).toBe('Bearer realm="segue"')
    await guess()
    await guess()
    expect((await guess()).status).toBe(429)
    await guard.close()
  })
})
