import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { createClientIp, type TrustProxy } from '../../../relay/src/gateway/client-ip.ts'

const seen = (trust: TrustProxy, socket: string, forwarded?: string) => {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  return createClientIp(trust)({ socket: { remoteAddress: socket }, headers } as IncomingMessage)
}

it('believes nobody by default', () => {
  expect(seen(undefined, '203.0.113.9', '198.51.100.1')).toBe('203.0.113.9')
})

it('goes as many hops back as there are proxies, and no further', () => {
  const claimed = '198.51.100.66, 198.51.100.1, 10.0.0.2'
  expect(seen(2, '10.0.0.1', claimed)).toBe('198.51.100.1')
  expect(seen(1, '10.0.0.1', '198.51.100.1')).toBe('198.51.100.1')
})

it('goes back to the first address that is no proxy of ours', () => {
  const trust = ['10.0.0.0/8', '2001:db8::1']
  expect(seen(trust, '::ffff:10.0.0.1', '198.51.100.66, 198.51.100.1, 10.1.2.3')).toBe(
    '198.51.100.1'
  )
  expect(seen(trust, '2001:db8::1', '198.51.100.1')).toBe('198.51.100.1')
  expect(seen(trust, '203.0.113.9', '198.51.100.1')).toBe('203.0.113.9')
})

it('is not misled by what is no address', () => {
  expect(seen(1, '10.0.0.1', 'localhost, <script>')).toBe('10.0.0.1')
})
