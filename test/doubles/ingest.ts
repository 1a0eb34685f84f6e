import { testSite } from './relay.ts'
import type { Frame } from './wire.ts'

/** What a call that brings events was answered. */
export interface Answer {
  status: number
  headers: Headers
  body: Frame
}

/** A call that brings events, with the site's key unless told otherwise. */
export async function postEvents(
  url: string,
  body: unknown,
  { path = '/v1/batch', headers = {} }: { path?: string; headers?: Record<string, string> } = {}
): Promise<Answer> {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array
  const reply = await fetch(url + path, {
    method: 'POST',
    headers: { authorization: basicOf(testSite.key), ...headers },
    body: (isRaw ? body : JSON.stringify(body)) as string
  })
  return { status: reply.status, headers: reply.headers, body: (await reply.json()) as Frame }
}

/** A key as the clients of the Segment spec send it. */
export const basicOf = (key: string): string => `Basic ${Buffer.from(`${key}:`).toString('base64')}`

/** A `track` call as a client sends it. */
export const tracked = (messageId: string, more: object = {}) => ({
  ...{ type: 'track', event: 'Product Viewed', anonymousId: 'anon', messageId },
  ...more
})
