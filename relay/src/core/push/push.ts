import type { Outcome } from '../channel.ts'

/** A browser that asked to be told of answers, as its push service names it. */
export interface PushSubscription {
  id: string
  site: string
  /** The visitor's address. */
  address: string
  /** Where the push service takes messages for it. */
  endpoint: string
  /** The browser's keys, in base64url: only it can read what is sent. */
  p256dh: string
  auth: string
  at: number
}

/** A reply to be told of, and to whom. */
export interface PushOrder {
  subscription: string
  conversation: string
  seq: number
}

/** One message to a browser. */
export interface Push {
  subscription: PushSubscription
  /** JSON, for the service worker: at most 3,000 bytes. */
  payload: string
  /** A newer one with the same topic takes the place of one that has not arrived yet: at most 32 letters of base64url. */
  topic: string
  /** How long the push service keeps it for a browser that is away, in seconds. */
  ttl: number
}

/** Brings messages to browsers by their push services. */
export interface Pusher {
  /** The key that browsers know this relay by. */
  publicKey: string
  /** Whether an endpoint is a push service's. It is the page's word, and the relay will call it. */
  knows(endpoint: string): boolean
  /** Never throws. `refused` with `unreachable_person`: the browser is gone for good. */
  send(push: Push): Promise<Outcome>
}
