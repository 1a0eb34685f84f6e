import { describe, expect, it, onTestFinished } from 'vitest'
import type { Push } from '../../../relay/src/core/push/push.ts'
import { createWebPusher, makeVapidKeys } from '../../../relay/src/push/index.ts'
import {
  createKnownServices,
  isInside,
  lookupOutside
} from '../../../relay/src/push/push-services.ts'
import { startPushService } from '../../doubles/push-service.ts'

const keys = makeVapidKeys()

async function open() {
  const service = await startPushService()
  onTestFinished(service.close)
  const settings = { ...keys, subject: 'mailto:tech@shop.example' }
  const pusher = createWebPusher({ ...settings, services: [service.origin] })
  const pushTo = ({ endpoint, keys }: ReturnType<typeof service.subscribe>): Push => ({
    subscription: { ...{ id: 's', site: 'shop', address: 'a', at: 0 }, endpoint, ...keys },
    ...{ payload: '{"title":"Hej å 🌍"}', topic: 'a'.repeat(32), ttl: 60 }
  })
  return { service, pusher, settings, pushTo }
}

describe('a message to a browser', () => {
  it('is read by that browser alone, and signed by the relay', async () => {
    const { service, pusher, pushTo } = await open()
    const outcome = await pusher.send(pushTo(service.subscribe('firefox')))
    expect(outcome).toMatchObject({ kind: 'accepted' })
    const [got] = service.pushed
    expect(got?.payload).toEqual({ title: 'Hej å 🌍' })
    expect(got?.key).toBe(keys.publicKey)
    expect(got?.claims).toMatchObject({ sub: 'mailto:tech@shop.example', aud: service.origin })
    expect(got?.headers).toMatchObject({
      ...{ ttl: '60', urgency: 'high', topic: 'a'.repeat(32) },
      'content-encoding': 'aes128gcm'
    })
  })

  it.each([
    [{ status: 410 }, { kind: 'refused', why: 'unreachable_person' }],
    [{ status: 404 }, { kind: 'refused', why: 'unreachable_person' }],
    [{ status: 413 }, { kind: 'refused', why: 'content' }],
    [{ status: 403 }, { kind: 'refused', why: 'account' }],
    [
      { status: 429, headers: { 'retry-after': '7' } },
      { kind: 'limited', retryAfterMs: 7000 }
    ],
    [{ status: 503 }, { kind: 'limited' }],
    ['drop', { kind: 'unknown' }]
  ] as const)('that is answered with %j ends as %j', async (answer, outcome) => {
    const { service, pusher, pushTo } = await open()
    service.answers(() => answer)
    expect(await pusher.send(pushTo(service.subscribe('b')))).toMatchObject(outcome)
  })

  it('has not arrived where nobody listens', async () => {
    const { service, pusher, pushTo } = await open()
    const push = pushTo(service.subscribe('b'))
    await service.close()
    expect(await pusher.send(push)).toMatchObject({ kind: 'unreachable' })
  })

  it('goes nowhere but to a push service, and follows nobody elsewhere', async () => {
    const { service, pusher, settings, pushTo } = await open()
    const elsewhere = { location: `${service.origin}/other` }
    service.subscribe('other')
    service.answers(name => (name === 'b' ? { status: 307, headers: elsewhere } : { status: 201 }))
    const push = pushTo(service.subscribe('b'))
    expect(await pusher.send(push)).toMatchObject({ kind: 'refused' })
    expect(service.pushed).toEqual([])
    const strict = createWebPusher(settings)
    const outcome = await strict.send(push)
    expect(outcome).toMatchObject({ kind: 'refused', reason: { code: 'unknown_service' } })
  })

  it('with keys that are none is given up', async () => {
    const { service, pusher, pushTo } = await open()
    const push = pushTo(service.subscribe('b'))
    push.subscription.p256dh = 'A'.repeat(87)
    expect(await pusher.send(push)).toMatchObject({ kind: 'refused', reason: { code: 'bad_keys' } })
  })
})

describe('an endpoint', () => {
  const { knows } = createKnownServices(['http://127.0.0.1:9'])

  it.each([
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
    'http://127.0.0.1:9/named-by-the-operator'
  ])('%s is a push service’s', endpoint => {
    expect(knows(endpoint)).toBe(true)
  })

  it.each([
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com:8443/fcm/send/abc',
    'https://kim@fcm.googleapis.com/x',
    'https://fcm.googleapis.com.evil.test/x',
    'https://evilfcm.googleapis.com/x',
    'https://evil.test/?fcm.googleapis.com',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/',
    'http://127.0.0.1:90/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    `https://fcm.googleapis.com/${'x'.repeat(1000)}`,
    ''
  ])('%s is none', endpoint => {
    expect(knows(endpoint)).toBe(false)
  })

  it('whose name leads inside is not called', async () => {
    const find = (all: boolean) =>
      new Promise(resolve => lookupOutside('localhost', { all }, error => resolve(error?.code)))
    expect([await find(true), await find(false)]).toEqual(['EINSIDE', 'EINSIDE'])
    const inside = [
      '10.1.2.3',
      '192.168.0.1',
      '169.254.169.254',
      '::1',
      'fe80::1',
      '::ffff:10.0.0.1'
    ]
    expect(inside.filter(address => !isInside(address))).toEqual([])
    expect(['8.8.8.8', '2a00:1450:4001::1', '172.32.0.1'].filter(isInside)).toEqual([])
  })
})
