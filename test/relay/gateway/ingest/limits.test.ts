import { expect, it, onTestFinished } from 'vitest'
import { createQuota } from '../../../../relay/src/gateway/ingest/quota.ts'
import { basicOf, postEvents, tracked } from '../../../doubles/ingest.ts'
import { startTestRelay, type TestRelayOverrides, testSite } from '../../../doubles/relay.ts'

async function open(limits: object, more: TestRelayOverrides = {}) {
  const relay = await startTestRelay({ config: { limits }, ...more })
  onTestFinished(() => relay.close())
  let sent = 0
  return async (count: number, headers: Record<string, string> = {}) => {
    const batch = Array.from({ length: count }, () => tracked(`m${++sent}`))
    return postEvents(relay.url, { batch }, { headers })
  }
}

it('a quota lets its last cost pass, and says when there is something again', () => {
  let now = 0
  const take = createQuota(60, () => now)
  expect([take('a', 59), take('a', 60), take('a', 1), take('b', 1)]).toEqual([0, 0, 59, 0])
  now += 59_000
  expect(take('a', 1)).toBe(1)
  now += 1_500
  expect(take('a', 1)).toBe(0)
})

it('too many events from one address are told when to come back, in a header that pages may read', async () => {
  let now = Date.now()
  const send = await open({ eventsPerMinute: 60 }, { now: () => now })
  const page = { origin: testSite.origin }
  expect((await send(70, page)).status).toBe(200)
  const { status, headers, body } = await send(1, page)
  expect([status, body.error.code, headers.get('retry-after')]).toEqual([429, 'too_many', '10'])
  expect(headers.get('access-control-allow-origin')).toBe(testSite.origin)
  expect(headers.get('access-control-expose-headers')).toBe('Retry-After')
  now += 11_000
  expect((await send(1, page)).status).toBe(200)
})

it('the company’s own servers are only counted for the site', async () => {
  const secret = { authorization: basicOf(testSite.secret) }
  const send = await open({ eventsPerMinute: 10, siteEventsPerMinute: 100 }, { now: () => 1e12 })
  expect((await send(10)).status).toBe(200)
  expect((await send(1)).status).toBe(429)
  expect((await send(95, secret)).status).toBe(200)
  const { status, headers } = await send(1, secret)
  expect([status, Number(headers.get('retry-after'))]).toEqual([429, 3])
})

it('too many calls from one address are told when to come back', async () => {
  const send = await open({ eventCallsPerMinute: 2 })
  await send(1)
  await send(1)
  const { status, headers } = await send(1)
  expect(status).toBe(429)
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
})
