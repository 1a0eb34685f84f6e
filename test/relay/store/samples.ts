import type {
  Address,
  Conversation,
  Delivery,
  EntryBody,
  Handoff,
  Link,
  OutboxItem,
  Person,
  TrackedEvent
} from '../../../relay/src/core/model.ts'
import type { Tx } from '../../../relay/src/core/store.ts'

/** A moment to count from. */
export const NOW = 1_700_000_000_000

export const person = (change: Partial<Person> = {}): Person => ({
  id: 'ada',
  site: 'shop',
  node: null,
  root: change.id ?? 'ada',
  name: 'Ada',
  nameRank: 1,
  nameAt: 0,
  language: 'sv',
  traits: { plan: 'gold', cart: [{ sku: 'k-1', count: 2 }] },
  marks: { plan: [NOW, true] },
  at: NOW,
  ...change
})

export const address = (change: Partial<Address> = {}): Address => ({
  id: 'ada-web',
  site: 'shop',
  account: 'web',
  names: ['web:ada'],
  secretHash: 'a1b2',
  language: null,
  lastInboundAt: null,
  lastInboundId: null,
  lastReadId: null,
  optedOutAt: null,
  at: NOW,
  ...change
})

export const phone = (change: Partial<Address> = {}): Address =>
  address({
    id: 'ada-phone',
    account: 'sms',
    names: ['phone:+46700000001'],
    secretHash: null,
    ...change
  })

export const conversation = (change: Partial<Conversation> = {}): Conversation => ({
  id: 'talk',
  site: 'shop',
  person: 'ada',
  seq: 0,
  state: 'waiting',
  agent: null,
  page: { url: 'https://shop.example/bags', title: 'Bags' },
  at: NOW,
  waitingSince: NOW,
  lastAddress: 'ada-web',
  lastAt: NOW,
  agentRead: 0,
  visitorRead: 0,
  agentGot: 0,
  visitorGot: 0,
  ...change
})

export const link = (change: Partial<Link> = {}): Link => ({
  id: 'ada-phone-link',
  address: 'ada-phone',
  person: 'ada',
  conversation: 'talk',
  proof: 'code',
  mirror: 'asked',
  before: null,
  via: null,
  handoff: null,
  at: NOW,
  endedAt: null,
  endedBy: null,
  ...change
})

export const message = (
  id: string,
  change: Partial<Extract<EntryBody, { type: 'message' }>> = {}
): EntryBody => ({
  type: 'message',
  id,
  cid: `cid-${id}`,
  from: 'visitor',
  text: `Text of ${id}`,
  on: { account: 'web', network: 'web' },
  ...change
})

export const delivery = (change: Partial<Delivery> = {}): Delivery => ({
  id: 'd1',
  conversation: 'talk',
  message: 'm1',
  account: 'sms',
  address: 'ada-phone',
  content: { text: 'Hello', files: [], buttons: [{ id: 'mirror:yes', title: 'Yes' }] },
  template: null,
  status: 'queued',
  providerId: null,
  reason: null,
  insteadOf: null,
  at: NOW,
  ...change
})

export const item = (id: string, change: Partial<OutboxItem> = {}): OutboxItem => ({
  id,
  delivery: 'd1',
  account: 'sms',
  lane: 'ada-phone',
  attempts: 0,
  runAt: NOW,
  ...change
})

export const handoff = (change: Partial<Handoff> = {}): Handoff => ({
  id: 'h1',
  site: 'shop',
  conversation: 'talk',
  person: 'ada',
  account: 'sms',
  way: 'code',
  by: 'visitor',
  codeHash: 'hash-1',
  address: null,
  status: 'offered',
  at: NOW,
  expiresAt: NOW + 1000,
  ...change
})

export const event = (id: string, change: Partial<TrackedEvent> = {}): TrackedEvent => ({
  id,
  messageId: `client-${id}`,
  site: 'shop',
  person: 'ada',
  anonymousId: 'anon-1',
  userId: null,
  type: 'track',
  name: 'Product Added',
  body: { properties: { price: 12.5, tags: ['new'] } },
  page: { url: 'https://shop.example/bags' },
  at: NOW,
  receivedAt: NOW,
  ...change
})

/** Ada, her page and her phone, and one conversation that holds both. */
export async function addAda(tx: Tx): Promise<void> {
  await tx.addPerson(person())
  await tx.addAddress(address())
  await tx.addAddress(phone())
  await tx.addConversation(conversation())
  await tx.addLink(link({ id: 'ada-web-link', address: 'ada-web', proof: 'self', mirror: 'off' }))
  await tx.addLink(link())
}
