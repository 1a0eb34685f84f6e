import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Channel,
  ChannelInputError,
  type WebhookCall
} from '../../../relay/src/core/channel.ts'
import type { ChannelSamples } from './channel-samples.ts'
import { itSends } from './contract-sending.ts'
import { itShowsSigns } from './contract-signs.ts'

/** What every channel must do. Each adapter's test calls this, then adds its own quirks. */
export function itIsAChannel(samples: ChannelSamples): void {
  describe(`${samples.name}, as a channel`, () => {
    itReadsWebhooks(samples)
    itSends(samples)
    itShowsSigns(samples)
  })
}

const changed = (call: WebhookCall, body: Uint8Array): WebhookCall => ({ ...call, body })

function itReadsWebhooks({ open, genuine, sign, unheardOf, nonsense }: ChannelSamples): void {
  const channel = open('https://api.example')
  const calls = Object.entries(genuine)
  const one = calls[0]![1].call

  it.each(calls)('accepts and understands %s', (_, { call, events }) => {
    expect(channel.verify(call)).toBe(true)
    expect(channel.parse(call)).toEqual(events)
  })

  it('refuses a webhook without a signature', () => {
    expect(channel.verify({ ...one, headers: {} })).toBe(false)
  })

  it('refuses a webhook with any other signature', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...Object.entries(one.headers)), (text, header) => {
        const [name, real] = header
        fc.pre(text !== real)
        expect(channel.verify({ ...one, headers: { [name]: text } })).toBe(false)
        expect(channel.verify({ ...one, headers: { [name]: real + text } })).toBe(text === '')
      })
    )
  })

  it('refuses a webhook of which one byte was changed', () => {
    fc.assert(
      fc.property(fc.nat(one.body.length - 1), fc.integer({ min: 1, max: 25 }), (at, by) => {
        const body = one.body.slice()
        body[at] = 97 + ((body[at]! + by) % 26)
        // Not only its case: %2B and %2b are one and the same to a form.
        fc.pre((body[at]! | 32) !== (one.body[at]! | 32))
        expect(channel.verify(changed(one, body))).toBe(false)
      })
    )
  })

  it('refuses a webhook that was cut short or made longer', () => {
    expect(channel.verify(changed(one, one.body.slice(0, -1)))).toBe(false)
    expect(channel.verify(changed(one, new Uint8Array([...one.body, 38, 97, 61])))).toBe(false)
    expect(channel.verify(changed(one, new Uint8Array()))).toBe(false)
  })

  it('does not believe a signature over another body', () => {
    const other = calls[1]![1].call
    expect(channel.verify({ ...one, headers: other.headers })).toBe(false)
  })

  it('takes news of an unknown kind for no news', () => {
    expect(channel.verify(unheardOf)).toBe(true)
    expect(channel.parse(unheardOf)).toEqual([])
  })

  it.each(nonsense)('says that %j is not from this network', body => {
    expect(() => channel.parse(sign(body))).toThrow(ChannelInputError)
  })

  it('survives bodies that are huge, cut short or nested without end', () => {
    const bodies = [
      'x'.repeat(6_000_000),
      '['.repeat(200_000),
      `{"entry":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      `{"entry":${'{"entry":'.repeat(50_000)}1${'}'.repeat(50_001)}`,
      new TextDecoder().decode(one.body.slice(0, one.body.length / 2)),
      '&'.repeat(60_000),
      '%'.repeat(60_000)
    ]
    for (const body of bodies) expect(readsOrRefuses(channel, sign(body))).toBe(true)
  })

  it('survives anything at all, signed or not', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json().map(encode)), body => {
        expect(readsOrRefuses(channel, changed(one, body))).toBe(true)
        expect(channel.verify(changed(one, body))).toBe(false)
      })
    )
  })
}

const encode = (text: string) => new TextEncoder().encode(text)

function readsOrRefuses(channel: Channel, call: WebhookCall): boolean {
  try {
    return Array.isArray(channel.parse(call))
  } catch (error) {
    return error instanceof ChannelInputError
  }
}
