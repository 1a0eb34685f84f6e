import type { Channel, ChannelEvent, WebhookCall } from '../../../relay/src/core/channel.ts'

/** What the contract needs to know of one channel. */
export interface ChannelSamples {
  name: string
  /** Opens the channel with its API at `apiUrl`. */
  open(apiUrl: string, timeoutMs?: number): Channel
  /** Recorded, correctly signed webhooks, and what each should mean. */
  genuine: Record<string, { call: WebhookCall; events: ChannelEvent[] }>
  /** Signs a body that was never recorded. */
  sign(body: string): WebhookCall
  /** A signed webhook of a kind nobody has heard of. */
  unheardOf: WebhookCall
  /** Bodies that cannot be this provider's. */
  nonsense: string[]
  /** Somebody the network knows. */
  to: string[]
  /** What the API answers to a message it takes, and the id in it. */
  accepted: { status: number; body: object; providerId: string }
}
