import { type Chat, createSdk, type Entry, type EventsOf, type Sdk } from '@segue/sdk'
import { createChat } from '@segue/sdk/chat'
import { type } from 'arktype'
import * as v from 'valibot'
import * as z from 'zod'

/** Nothing here runs: `npm run types` reads it, and fails when a mistake is no mistake any more. */

interface Order {
  total: number
  currency?: 'SEK' | 'EUR'
}

interface Plan {
  'Order Completed': Order
  'Product Viewed': { name: string } | undefined
  'Logged Out': undefined
}

const options = { key: 'shop', relay: 'https://relay.example' }
const { track, identify, page, group, alias, on, once, consent, flush } = createSdk<
  Plan,
  { plan: 'free' | 'gold'; seats: number }
>(options)

// What a plan allows.
track('Order Completed', { total: 399, currency: 'SEK' })
track('Product Viewed', { name: 'Cup' })
track('Product Viewed')
track('Logged Out')
identify('ada')
identify(null, { plan: 'gold' })
identify('ada', { seats: 2 })
identify({ plan: 'free' })
page()
page('Cart', { items: 2 })
group('acme', { seats: 4 })
alias('ada', 'anonymous')
consent('granted')
await flush()

// @ts-expect-error no such event
track('Order Competed', { total: 399 })
// @ts-expect-error properties are missing
track('Order Completed')
// @ts-expect-error a property is missing
track('Order Completed', { currency: 'SEK' })
// @ts-expect-error a property of the wrong type
track('Order Completed', { total: '399' })
// @ts-expect-error a value that is not in the plan
track('Order Completed', { total: 399, currency: 'USD' })
// @ts-expect-error a property that is not in the plan
track('Order Completed', { total: 399, totl: 1 })
// @ts-expect-error this one has no properties
track('Logged Out', { why: 'bored' })
// @ts-expect-error a trait of the wrong type
identify('ada', { plan: 'platinum' })
// @ts-expect-error a trait that is not in the plan
identify('ada', { pln: 'gold' })
// @ts-expect-error a trait that is not in the plan, without an id
identify({ pln: 'gold' })
// @ts-expect-error an id is a text
identify(42)
// @ts-expect-error no such state
consent('maybe')
// @ts-expect-error a plan whose event is not an object
createSdk<{ Clicked: number }>(options)
// @ts-expect-error no such signal
createSdk({ ...options, honor: ['cookies'] })
// @ts-expect-error no key
createSdk({ relay: 'https://relay.example' })

// Without a plan, everything goes.
const untyped = createSdk(options)
untyped.track('Anything', { at: ['all'] })
untyped.track('Anything')
untyped.identify('ada', { whatever: true })
// @ts-expect-error even so, properties are an object
untyped.track('Anything', 42)

// What is heard has its type.
const undo: () => void = on('delivered', events => events[0]?.messageId.trim())
once('dropped', ({ events, reason }) => `${events.length} ${reason}`)
undo()
// @ts-expect-error no such event
on('deliverd', () => {})

const chat = createChat(createSdk<Plan>(options))
const entries = (list: readonly Entry[]) => list.length
chat.on('entries', entries)
chat.on('session', session => session.look.name)
// @ts-expect-error the secret stays inside
chat.on('session', session => session.secret)
// @ts-expect-error the token stays inside
chat.on('session', session => session.token)
// @ts-expect-error not an entry
chat.on('entries', (list: readonly string[]) => list.length)
// @ts-expect-error a text is needed
chat.send()

// A plan does not get in the way of code that takes any SDK.
const anySdk: Sdk = createSdk<Plan>(options)
const anyChat: Chat = createChat(anySdk)
anyChat.close()

// A plan may be validators instead, of any library that speaks Standard Schema.
const byValibot = createSdk({
  ...options,
  events: {
    'Order Completed': v.object({
      total: v.number(),
      currency: v.optional(v.picklist(['SEK', 'EUR']), 'SEK')
    }),
    'Product Viewed': v.optional(v.object({ name: v.string() })),
    'Logged Out': undefined
  }
})
byValibot.track('Order Completed', { total: 399 })
byValibot.track('Order Completed', { total: 399, currency: 'EUR' })
byValibot.track('Product Viewed')
byValibot.track('Logged Out')
// @ts-expect-error no such event
byValibot.track('Order Competed', { total: 399 })
// @ts-expect-error a property is missing
byValibot.track('Order Completed', {})
// @ts-expect-error a property of the wrong type
byValibot.track('Order Completed', { total: '399' })
// @ts-expect-error a property that is not in the plan
byValibot.track('Order Completed', { total: 399, totl: 1 })
// @ts-expect-error this one has no properties
byValibot.track('Logged Out', { why: 'bored' })

const byZod = createSdk({
  ...options,
  // What goes in is what counts, not what comes out.
  events: { 'Order Completed': z.object({ total: z.string().transform(Number) }) }
})
byZod.track('Order Completed', { total: '399' })
// @ts-expect-error no such event
byZod.track('Order Competed', { total: '399' })
// @ts-expect-error properties are missing
byZod.track('Order Completed')
// @ts-expect-error what comes out is not what goes in
byZod.track('Order Completed', { total: 399 })

const orders = { 'Order Completed': type({ total: 'number', 'currency?': "'SEK' | 'EUR'" }) }
const byArktype = createSdk({ ...options, events: orders })
byArktype.track('Order Completed', { total: 399, currency: 'SEK' })
// @ts-expect-error no such event
byArktype.track('Order Competed', { total: 399 })
// @ts-expect-error a value that is not in the plan
byArktype.track('Order Completed', { total: 399, currency: 'USD' })
// @ts-expect-error a property is missing
byArktype.track('Order Completed', { currency: 'SEK' })

// @ts-expect-error properties are an object
createSdk({ ...options, events: { Clicked: v.number() } })
// @ts-expect-error not a validator
createSdk({ ...options, events: { Clicked: { total: 'number' } } })

// The types without the validators, and traits beside them.
const both = createSdk<EventsOf<typeof orders>, { seats: number }>(options)
both.track('Order Completed', { total: 399 })
both.identify('ada', { seats: 4 })
// @ts-expect-error a property of the wrong type
both.track('Order Completed', { total: '399' })
// @ts-expect-error a trait of the wrong type
both.identify('ada', { seats: 'four' })
const fromSchemas: Sdk = byZod
fromSchemas.track('Anything')

// A middleware may change an event, drop it, or just look.
const undoUse: () => void = anySdk.use(event => ({ ...event, properties: {} }))
anySdk.use(event => (event.type === 'page' ? null : event))
anySdk.use(event => {
  delete event.properties?.secret
})
undoUse()
// @ts-expect-error not an event
anySdk.use(() => 'no event')
// @ts-expect-error not at once
anySdk.use(async event => event)
