import { expect, it, onTestFinished } from 'vitest'
import { makeVapidKeys } from '../../../relay/src/push/index.ts'
import { startPushService } from '../../doubles/push-service.ts'
import { startTestRelay, testSite } from '../../doubles/relay.ts'
import { agentCall, openVisit, openWidget, pageCall } from '../../doubles/wire.ts'

/** A relay that pushes, and the push service of its visitors' browsers. */
async function open() {
  const service = await startPushService()
  onTestFinished(service.close)
  let ahead = 0
  const { origin, ...site } = testSite
  const push = { ...makeVapidKeys(), subject: 'mailto:tech@shop.test', services: [service.origin] }
  const relay = await startTestRelay({
    now: () => Date.now() + ahead,
    config: {
      push,
      sites: [{ ...site, origins: [origin], push: { worker: '/segue-push.js' } }]
    }
  })
  onTestFinished(() => relay.close())
  let said = 0
  return {
    service,
    push,
    url: relay.url,
    answer: (conversation: string) =>
      agentCall(relay.url, `/conversations/${conversation}/messages`, {
        body: { cid: `a${++said}`, text: 'It is blue.' }
      }),
    pass(ms: number) {
      ahead += ms
    }
  }
}

it('tells a visitor’s browser of an answer once they have left, until it wants no more', async () => {
  const { service, push, url, answer, pass } = await open()
  const { visit, say, next, socket, closed } = await openWidget(url)
  expect(visit.push).toEqual({ key: push.publicKey, worker: '/segue-push.js' })
  say({ type: 'send', cid: 'c1', text: 'Is it blue?' })
  await next({ type: 'ack' })
  const browser = service.subscribe('firefox')
  const { token, conversation } = visit
  const call = (path: string, body: object) => pageCall(url, path, { token, body })
  expect((await call('/v1/push', { ...browser, expirationTime: null })).status).toBe(204)
  socket.close()
  await closed
  expect((await answer(conversation)).status).toBe(201)
  pass(10_000)
  await expect.poll(() => service.pushed.length).toBe(1)
  const [{ payload, browser: told, key } = {}] = service.pushed
  expect([told, key]).toEqual(['firefox', push.publicKey])
  expect(payload).toMatchObject({ body: 'You have a new message from Test Shop' })
  expect(JSON.stringify(payload)).not.toContain('blue')

  expect((await call('/v1/push/off', { endpoint: browser.endpoint })).status).toBe(204)
  await call('/v1/push', service.subscribe('other'))
  await answer(conversation)
  pass(10_000)
  await expect.poll(() => service.pushed.length).toBe(2)
  expect(service.pushed[1]?.browser).toBe('other')
})

it('is offered on the site’s own pages, and not on the chat’s page at the relay', async () => {
  const { url } = await open()
  const body = { site: testSite.key }
  const here = await pageCall(url, '/v1/session', { body, origin: url })
  expect([here.status, here.body.push]).toEqual([200, undefined])
  const there = await pageCall(url, '/v1/session', { body })
  expect(there.body.push).toMatchObject({ worker: '/segue-push.js' })
})

it('calls nobody that is no push service, whatever a page says', async () => {
  const { service, url } = await open()
  const { token } = await openVisit(url)
  const { keys } = service.subscribe('b')
  for (const endpoint of ['http://169.254.169.254/', 'https://localhost/', `${url}/metrics`]) {
    const { status, body } = await pageCall(url, '/v1/push', { token, body: { endpoint, keys } })
    expect([status, body.error]).toMatchObject([400, { code: 'invalid', path: 'endpoint' }])
  }
  const bad = { endpoint: `${service.origin}/b`, keys: { ...keys, auth: 'x' } }
  expect((await pageCall(url, '/v1/push', { token, body: bad })).status).toBe(400)
})
