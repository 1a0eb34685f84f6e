import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixture, signedForm, twilioCall } from './fixtures.ts'
import { open, received } from './twilio-account.ts'

describe('a Twilio signature', () => {
  it('is the one of Twilio’s own example', () => {
    const call = twilioCall(fixture('twilio/signature-vector-docs'))
    expect(open().verify(call)).toBe(true)
    expect(open(undefined, 0, { authToken: '54321' }).verify(call)).toBe(false)
  })

  it('covers whatever fields there are, whatever their order', () => {
    const fields = fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 12 })
    fc.assert(
      fc.property(fields, fc.nat(), (pairs, turn) => {
        const call = signedForm(pairs)
        const turned = [...pairs.slice(turn % 12), ...pairs.slice(0, turn % 12)]
        const body = new TextEncoder().encode(new URLSearchParams(turned).toString())
        expect(open().verify({ ...call, body })).toBe(true)
      })
    )
  })

  it('keeps empty fields, and counts repeated ones once', () => {
    const call = signedForm('Body=&Tag=b&Tag=a&Tag=b')
    expect(open().verify(call)).toBe(true)
    const verify = (body: string) =>
      open().verify({ ...call, body: new TextEncoder().encode(body) })
    expect(verify('Tag=a&Tag=b&Body')).toBe(true)
    expect(verify('Tag=a&Tag=b')).toBe(false)
    expect(verify('Tag=b&Body=')).toBe(false)
  })

  it('covers the URL, with the query, as it was configured', () => {
    const call = signedForm(received, { url: 'https://relay.example/webhooks/sms?delivery=d1' })
    expect(open().verify(call)).toBe(true)
    for (const url of [
      'https://relay.example/webhooks/sms',
      'https://relay.example/webhooks/sms?delivery=d2',
      'http://relay.example/webhooks/sms?delivery=d1',
      'https://evil.example/webhooks/sms?delivery=d1',
      'nonsense'
    ]) {
      expect(open().verify({ ...call, url })).toBe(false)
    }
  })

  it.each([
    ['https://relay.example/w', 'https://relay.example:443/w'],
    ['http://relay.example/w', 'http://relay.example:80/w'],
    ['https://relay.example:8443/w', 'https://relay.example/w'],
    ['https://relay.example:8443/w', 'https://relay.example:8443/w'],
    ["https://relay.example/w?q=it's", 'https://relay.example/w?q=it%27s'],
    ['https://relay.example/w?q=a+b', 'https://relay.example/w?q=a%20b']
  ])('on %s may be made over %s', (url, signedUrl) => {
    expect(open().verify(signedForm(received, { url, signedUrl }))).toBe(true)
  })

  it('is refused without a token of ours, on a GET, and on a form beyond measure', () => {
    const call = signedForm(received)
    expect(open(undefined, 0, { authToken: '' }).verify(signedForm('', { authToken: '' }))).toBe(
      false
    )
    expect(open().verify({ ...call, method: 'GET' })).toBe(false)
    expect(open().verify(signedForm({ ...received, Body: 'x'.repeat(70_000) }))).toBe(false)
  })
})
