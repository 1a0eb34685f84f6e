import { Webhook } from 'standardwebhooks'

/** A webhook call as it came. */
export interface WebhookCall {
  /** The webhook's own secret, `whsec_…`. */
  secret: string
  headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>
  /** The body as it came, byte for byte: what a framework has parsed and put together again is another text. */
  body: string | Uint8Array
}

/**
 * What a relay has told by a webhook (standardwebhooks.com), once it is sure that a relay with your secret sent these bytes,
 * within the last five minutes. The same event may come twice: its `webhook-id` is the same.
 *
 * @throws {Error} for anybody else's call: answer 401 to it
 */
export function verifyWebhook<Event = unknown>({ secret, headers, body }: WebhookCall): Event {
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
  const entries = headers instanceof Headers ? [...headers] : Object.entries(headers)
  const flat = entries.map(([name, value]) => [name.toLowerCase(), String(value ?? '')])
  return new Webhook(secret).verify(text, Object.fromEntries(flat)) as Event
}
