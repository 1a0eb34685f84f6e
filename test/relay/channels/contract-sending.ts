import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Outgoing } from '../../../relay/src/core/channel.ts'
import { deadUrl, type Provider, startProvider } from '../../doubles/provider.ts'
import type { ChannelSamples } from './channel-samples.ts'

/** How every channel sends, and what it makes of every way a call can end. */
export function itSends({ open, to, accepted }: ChannelSamples): void {
  let provider: Provider
  const message = (text = 'Hej!'): Outgoing => ({
    to,
    content: { text, files: [], buttons: [] },
    delivery: 'delivery-1'
  })

  beforeAll(async () => {
    provider = await startProvider()
  })
  beforeEach(() => {
    provider.asked.length = 0
    provider.answers(accepted)
  })
  afterAll(() => provider.close())

  it('gives the provider’s id of a message that was taken', async () => {
    const { providerId } = accepted
    expect(await open(provider.url).send(message())).toEqual({ kind: 'accepted', providerId })
  })

  it('calls once, whatever comes of it', async () => {
    for (const manner of [{ status: 500 }, { status: 429 }, 'reset'] as const) {
      provider.asked.length = 0
      provider.answers(manner)
      await open(provider.url).send(message())
      expect(provider.asked).toHaveLength(1)
    }
  })

  it('takes a refused connection for a call that never arrived', async () => {
    const outcome = await open(await deadUrl()).send(message())
    expect(outcome).toMatchObject({ kind: 'unreachable', reason: { code: 'ECONNREFUSED' } })
  })

  it('takes a host without an address for a call that never arrived', async () => {
    const outcome = await open('http://nowhere.invalid').send(message())
    expect(outcome.kind).toBe('unreachable')
  })

  it('takes a failed TLS handshake for a call that never arrived', async () => {
    const outcome = await open(provider.url.replace('http:', 'https:')).send(message())
    expect(outcome.kind).toBe('unreachable')
    expect(provider.asked).toEqual([])
  })

  it('does not know what became of a call that was cut off', async () => {
    provider.answers('reset')
    expect((await open(provider.url).send(message())).kind).toBe('unknown')
  })

  it('does not know what became of a call that was never answered', async () => {
    provider.answers('hang')
    const outcome = await open(provider.url, 500).send(message())
    expect(outcome).toMatchObject({ kind: 'unknown', reason: { code: 'TimeoutError' } })
    expect(provider.asked).toHaveLength(1)
  })

  it('does not know what became of a call whose answer says nothing', async () => {
    for (const body of ['', 'OK', '{"messages":[]}', '[]', 'null', '{'.repeat(300_000)]) {
      provider.answers({ status: 200, body })
      expect((await open(provider.url).send(message())).kind).toBe('unknown')
    }
  })

  it('does not know what became of a call that a gateway gave up', async () => {
    for (const status of [502, 504]) {
      provider.answers({ status, body: '<h1>Bad gateway</h1>' })
      expect((await open(provider.url).send(message())).kind).toBe('unknown')
    }
  })

  it('waits as long as it is told after too many calls', async () => {
    provider.answers({ status: 429, headers: { 'retry-after': '17' } })
    const outcome = await open(provider.url).send(message())
    expect(outcome).toMatchObject({ kind: 'limited', retryAfterMs: 17_000 })
  })

  it('waits until the time it is told', async () => {
    const inAnHour = new Date(Date.now() + 3_600_000).toUTCString()
    provider.answers({ status: 503, headers: { 'retry-after': inAnHour } })
    const outcome = await open(provider.url).send(message())
    expect(outcome).toMatchObject({ kind: 'limited' })
    expect(outcome).toHaveProperty('retryAfterMs', expect.closeTo(3_600_000, -4))
  })

  it('tries again after a fault of the provider’s', async () => {
    for (const status of [500, 503]) {
      provider.answers({ status, body: 'oops' })
      expect(await open(provider.url).send(message())).toMatchObject({ kind: 'limited' })
    }
  })

  it('leaves a refused token, and a call sent elsewhere, to an operator', async () => {
    for (const status of [401, 403, 404, 307]) {
      provider.asked.length = 0
      provider.answers({ status, headers: { location: '/elsewhere' } })
      const outcome = await open(provider.url).send(message())
      expect(outcome).toMatchObject({ kind: 'refused', why: 'account' })
      expect(provider.asked).toHaveLength(1)
    }
  })

  it('refuses by itself what cannot be sent', async () => {
    const channel = open(provider.url)
    const nobody = await channel.send({ ...message(), to: ['web:visitor'] })
    expect(nobody).toMatchObject({ kind: 'refused', why: 'unreachable_person' })
    for (const text of ['', 'x'.repeat(5000)]) {
      expect(await channel.send(message(text))).toMatchObject({ kind: 'refused', why: 'content' })
    }
    expect(provider.asked).toEqual([])
  })

  it('sends the longest text it says it takes, in any script', async () => {
    const { textLength } = open(provider.url).limits
    for (const letter of ['x', 'å', '’', '…', '漢', '🙂']) {
      const text = letter.repeat(textLength)
      expect((await open(provider.url).send(message(text))).kind).toBe('accepted')
    }
  })

  it('tells nobody’s number in a reason', async () => {
    const error = { code: 999999, message: "The 'To' number +46 70 000 00 01 is odd" }
    provider.answers({ status: 400, body: { ...error, error } })
    const outcome = await open(provider.url).send(message())
    expect(outcome).toMatchObject({ kind: 'refused', why: 'content', reason: { code: '999999' } })
    expect(JSON.stringify(outcome)).not.toMatch(/70 000/)
  })
}
