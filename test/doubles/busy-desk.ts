import type { FakeDesk } from './fake-desk.ts'
import { ACCOUNTS, MAJA } from './fake-desk-acts.ts'

const MINUTE = 60_000
const WEB = { account: 'web', network: 'web' }
const WHATSAPP = { account: 'wa', network: 'whatsapp' }
const SMS = { account: 'sms', network: 'sms' }

/** Ulla asks on the site, goes on on WhatsApp, and has a cart: the conversation every test opens. */
function addUlla(desk: FakeDesk, now: number): void {
  const id = 'ulla'
  desk.begin(id, {
    person: 'p-ulla',
    name: 'Ulla Nygård',
    startedAt: now - 40 * MINUTE,
    surfaces: [WEB, WHATSAPP]
  })
  const ago = (minutes: number) => now - minutes * MINUTE
  const message = (from: 'visitor' | 'agent', text: string, on = WEB) =>
    ({ type: 'message', id: `m-${desk.get(id)!.entries.length}`, from, text, on }) as const
  const reply = (text: string, on = WEB) => ({ ...message('agent', text, on), name: MAJA.name })

  desk.append(id, message('visitor', 'Hi! Is the blue mug back in stock?'), ago(40))
  desk.append(id, message('visitor', 'I would need four of them.'), ago(39))
  desk.append(id, reply('Hello Ulla. Yes, since this morning: nine of them.'), ago(36))
  desk.append(id, { type: 'seen', by: 'visitor', upTo: 3, status: 'read' }, ago(35))
  desk.append(
    id,
    { type: 'handoff', id: 'h1', to: WHATSAPP, status: 'opened', by: 'visitor', way: 'code' },
    ago(30)
  )
  const display = '+46 •••• 0142'
  desk.append(
    id,
    { type: 'link', id: 'l1', on: WHATSAPP, status: 'linked', proof: 'code', display },
    ago(29)
  )
  desk.append(id, { type: 'mirror', link: 'l1', on: WHATSAPP, shown: true, by: 'phone' }, ago(28))
  desk.append(id, message('visitor', 'On my way out now, so I write from here.', WHATSAPP), ago(27))
  addDeliveries(desk, id, now)
  desk.append(id, message('visitor', 'Could you put them aside until five?', WHATSAPP), ago(6))
  Object.assign(desk.get(id)!.summary, { state: 'waiting', waitingSince: ago(6), unread: 1 })
  desk.get(id)!.next = { on: WHATSAPP, why: 'They used it last.' }
}

/** Three replies by phone: one read, one lost and sent otherwise, one of which nobody knows. */
function addDeliveries(desk: FakeDesk, id: string, now: number): void {
  const ago = (minutes: number) => now - minutes * MINUTE
  const said = (key: string, text: string, minutes: number) =>
    desk.append(
      id,
      { type: 'message', id: key, from: 'agent', name: MAJA.name, text, on: WHATSAPP },
      ago(minutes)
    )
  const receipt = { type: 'receipt', on: WHATSAPP } as const
  said('r1', 'Perfect. We are open until six today.', 25)
  desk.append(id, { ...receipt, message: 'r1', delivery: 'd1', status: 'read' }, ago(24))
  said('r2', 'See https://shop.example/mugs/blue for the exact glaze.', 23)
  const reason = { code: '131026', text: 'the phone cannot be reached on WhatsApp' }
  desk.append(id, { ...receipt, message: 'r2', delivery: 'd2', status: 'failed', reason }, ago(22))
  const sms = { ...receipt, on: SMS, message: 'r2', delivery: 'd3' }
  const why = { code: 'fallback', text: 'Sent there instead.' }
  desk.append(id, { ...sms, status: 'queued', reason: why }, ago(22))
  desk.append(id, { ...sms, status: 'delivered' }, ago(21))
  said('r3', 'Shall I put four aside for you?', 20)
  desk.append(id, { ...receipt, message: 'r3', delivery: 'd4', status: 'unknown' }, ago(19))
}

function addUllasLife(desk: FakeDesk, now: number): void {
  const page = { url: 'https://shop.example/mugs/blue', title: 'Blue mug · Norrsken' }
  const at = now - 2 * MINUTE
  desk.people.set('p-ulla', {
    id: 'p-ulla',
    site: 'shop',
    name: 'Ulla Nygård',
    user: { id: '1042', proved: true },
    language: 'sv-SE',
    traits: { email: 'ulla@example.com', plan: 'Friends of the shop' },
    addresses: [
      { on: WEB, names: ['web:0198'] },
      { on: WHATSAPP, names: ['whatsapp:SE.4021', 'phone:+46701740142'] }
    ],
    links: [
      { ...linkTo('l0', SMS, '+46 •••• 0142', now), endedAt: now - 8 * MINUTE, endedBy: 'agent' },
      { ...linkTo('l1', WHATSAPP, '+46 •••• 0142', now), windowUntil: now + 1200 * MINUTE }
    ],
    joins: [
      {
        ...{ id: 'j0', kind: 'visitor', of: '0198', user: { id: '1042', proved: true } },
        ...{ proof: 'token', at: now - 20 * MINUTE }
      },
      {
        ...{ id: 'j1', kind: 'anon', of: '0197', user: { id: 'ulla', proved: false } },
        ...{ proof: 'claim', at: now - 25 * MINUTE, endedAt: now - 21 * MINUTE },
        endedBy: { id: 'anna', name: 'Anna' }
      }
    ],
    conversations: [{ id: 'ulla', state: 'open', lastAt: at }],
    at: now - 9000 * MINUTE
  })
  const products = [
    { name: 'Blue mug', quantity: 4, price: 189 },
    { name: 'Linen napkin, oat', quantity: 2, price: 79 }
  ]
  const track = (id: string, name: string, properties: Record<string, unknown>, minutes: number) =>
    desk.track('p-ulla', { id, type: 'track', name, properties, page, at: now - minutes * MINUTE })
  track('e1', 'Product Viewed', { name: 'Blue mug', price: 189, currency: 'SEK' }, 45)
  track('e2', 'Cart Viewed', { products, currency: 'SEK' }, 41)
  desk.track('p-ulla', { id: 'e3', type: 'page', name: 'Mug', properties: {}, page, at })
  desk.visit('ulla', { visible: true, page })
}

const linkTo = (id: string, on: typeof WEB, display: string, now: number) => ({
  id,
  on,
  display,
  proof: 'code',
  mirror: 'on' as const,
  at: now - 29 * MINUTE,
  conversation: 'ulla',
  earlier: 'phone',
  optedOut: false
})

/** A desk on an ordinary morning. */
export function fillDesk(desk: FakeDesk, now = Date.now()): void {
  const people = [
    ['per', 'Per Lundqvist', WEB, 'Do you deliver to Åland?', 1],
    ['guest', 'Guest 7F3A', SMS, 'Hej! Har ni öppet på söndag?', 3],
    ['amina', 'Amina Yusuf', WHATSAPP, 'The lid arrived cracked. I have a picture of it here.', 17]
  ] as const
  for (const [id, name, on, text, minutes] of people) {
    desk.begin(id, { name, startedAt: now - minutes * MINUTE, surfaces: [WEB, on] })
    desk.say(id, text, { on, at: now - minutes * MINUTE })
  }
  desk.begin('phone', { name: 'Ulla Nygård', person: 'p-ulla', startedAt: now - 2000 * MINUTE })
  desk.say('phone', 'Thank you for the parcel.', { on: SMS, at: now - 2000 * MINUTE })
  Object.assign(desk.get('phone')!.summary, { state: 'closed', unread: 0, agent: MAJA })
  desk.begin('erik', { name: 'Erik Sand', startedAt: now - 90 * MINUTE })
  desk.say('erik', 'Great, thanks for the help', { at: now - 80 * MINUTE })
  Object.assign(desk.get('erik')!.summary, {
    state: 'open',
    unread: 0,
    agent: { id: 'olle', name: 'Olle Ek' }
  })
  addUlla(desk, now)
  addUllasLife(desk, now)
}

/** The account a conversation can be handed to. */
export const WHATSAPP_ACCOUNT = ACCOUNTS[0]!
