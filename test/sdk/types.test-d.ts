import { type Chat, createSdk, type Entry, type Sdk } from '@segue/sdk'
import { createChat } from '@segue/sdk/chat'

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
// @ts-expect-error an id is a text
identify(42)
// @ts-expect-error no such state
consent('maybe')
// @ts-expect-error a plan whose event is not an object
createSdk<{ Clicked: number }>(options)
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
