import RudderAnalytics from '@rudderstack/rudder-sdk-node'
import { Analytics } from '@segment/analytics-node'
import { expect, it } from 'vitest'
import { saidBy } from '../../doubles/client-calls.ts'
import { openClientWorld } from '../../doubles/client-world.ts'
import { testSite } from '../../doubles/relay.ts'

/** Every kind of call, as a server makes them. */
const CALLS = ['track Signed Up', 'identify', 'page Home', 'screen Cart', 'group', 'alias']

// Their time is what they wait between tries.
it.concurrent.for([testSite.key, testSite.secret])(
  'Segment’s Node client delivers every call once, however bad the way: %s',
  async (writeKey, { onTestFinished }) => {
    const { way, kept } = await openClientWorld({}, onTestFinished)
    way.faults = [500, 429, 'cut', 'lost']
    const client = new Analytics({ writeKey, host: way.url, maxEventsInBatch: 3 })
    client.on('error', () => {})
    client.track({ userId: 'kim', event: 'Signed Up', properties: { plan: 'pro' } })
    client.identify({ userId: 'kim', traits: { name: 'Kim' } })
    client.page({ userId: 'kim', name: 'Home', properties: { url: 'https://shop.test/' } })
    client.screen({ userId: 'kim', name: 'Cart' })
    client.group({ userId: 'kim', groupId: 'acme', traits: { size: 3 } })
    client.alias({ userId: 'kim', previousId: 'anon-1' })
    await client.closeAndFlush({ timeout: 60_000 })

    const rows = await kept(CALLS.length)
    expect(saidBy(rows)).toEqual(CALLS.toSorted())
    expect(way.passed.length).toBeGreaterThan(2)
    expect(rows.every(({ at, receivedAt }) => receivedAt - at < 30_000)).toBe(true)
    expect(rows.find(({ type }) => type === 'identify')?.body).toMatchObject({
      traits: { name: 'Kim' }
    })
  }
)

it.concurrent.for([true, false])(
  'RudderStack’s Node client delivers every call once, however bad the way: gzip %s',
  async (gzip, { onTestFinished }) => {
    const { way, kept } = await openClientWorld({}, onTestFinished)
    way.faults = [500, 'cut', 429, 'pass', 'lost', 'cut']
    const client = new RudderAnalytics(testSite.key, {
      ...{ dataPlaneUrl: way.url, gzip, flushAt: 3, flushInterval: 100, logLevel: 'none' }
    } as ConstructorParameters<typeof RudderAnalytics>[1])
    const call = (
      type: 'track' | 'identify' | 'page' | 'screen' | 'group' | 'alias',
      more: object
    ) =>
      new Promise(resolve =>
        client[type]({ userId: 'kim', ...more } as never, resolve as () => void)
      )
    const failures = await Promise.all([
      call('track', { event: 'Signed Up', properties: { plan: 'pro' } }),
      call('identify', { traits: { name: 'Kim' } }),
      call('page', { name: 'Home', properties: { url: 'https://shop.test/' } }),
      call('screen', { name: 'Cart' }),
      call('group', { groupId: 'acme', traits: { size: 3 } }),
      call('alias', { previousId: 'anon-1' })
    ])

    expect(failures.filter(Boolean)).toEqual([])
    const rows = await kept(CALLS.length)
    expect(saidBy(rows)).toEqual(CALLS.toSorted())
    expect(way.passed.length).toBeGreaterThan(2)
    expect(rows.every(({ at, receivedAt }) => receivedAt - at < 30_000)).toBe(true)
    expect(rows.find(({ type }) => type === 'identify')?.body).toMatchObject({
      traits: { name: 'Kim' }
    })
  }
)

it.concurrent('Segment’s Node client waits as long as the relay says, and then delivers the rest', async ({
  onTestFinished
}) => {
  const { way, kept } = await openClientWorld({ eventsPerMinute: 60 }, onTestFinished)
  const client = new Analytics({ writeKey: testSite.key, host: way.url, maxEventsInBatch: 3 })
  const answers: unknown[] = []
  client.on('http_response', ({ status, headers }) => {
    answers.push(status === 429 ? headers?.['retry-after'] : status)
  })
  for (let n = 0; n < 69; n++) client.track({ userId: 'kim', event: `Event ${n}` })
  await client.closeAndFlush({ timeout: 60_000 })
  expect(await kept(69)).toHaveLength(69)
  expect(answers.filter(answer => answer === 200)).toHaveLength(23)
  expect(answers.some(answer => Number(answer) <= 3)).toBe(true)
})
