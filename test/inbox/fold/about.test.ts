import type { EventView } from '@segue/sdk/protocol'
import { describe, expect, it } from 'vitest'
import { cartOf } from '../../../relay/inbox/fold/cart.ts'
import { eventLine } from '../../../relay/inbox/fold/event-line.ts'

const event = (of: Partial<EventView>): EventView => ({
  id: 'e',
  type: 'track',
  name: 'Cart Viewed',
  properties: {},
  at: 7,
  ...of
})

describe('the cart', () => {
  const products = [
    { name: 'Mug', quantity: 2, price: 189 },
    { product_id: 'p2', price: '20.50' }
  ]

  it('is what the newest event with a list of products says', () => {
    const events = [
      event({ name: 'Page Viewed' }),
      event({ properties: { products, currency: 'SEK' } }),
      event({ properties: { products: [] }, at: 1 })
    ]
    expect(cartOf(events)).toEqual({
      kind: 'cart',
      items: [
        { name: 'Mug', quantity: 2, price: 189 },
        { name: 'p2', quantity: 1, price: 20.5 }
      ],
      currency: 'SEK',
      total: 398.5,
      event: 'Cart Viewed',
      at: 7
    })
  })

  it('is not what a page shows of a product', () => {
    expect(cartOf([event({ name: 'Product Viewed', properties: { products } })])).toBeNull()
  })

  it('is read from a cart property as well, as a list or with its items', () => {
    expect(cartOf([event({ properties: { cart: [{ name: 'Mug' }] } })])?.items).toHaveLength(1)
    const nested = { cart: { items: [{ title: 'Mug', qty: 3 }] } }
    expect(cartOf([event({ properties: nested })])?.items).toEqual([{ name: 'Mug', quantity: 3 }])
  })

  it('is an order once it was paid for', () => {
    const name = 'Order Completed'
    expect(cartOf([event({ name, properties: { products, total: 350 } })])).toMatchObject({
      kind: 'order',
      total: 350
    })
  })

  it('is nothing when no event tells, and takes no nonsense', () => {
    expect(cartOf([event({})])).toBeNull()
    expect(cartOf([event({ properties: { products: [null, 7, 'x', {}] } })])?.items).toEqual([])
  })
})

describe('an event, in a line', () => {
  it('is a page by its title and path', () => {
    const page = { url: 'https://shop.example/mugs/blue', title: 'Blue mug' }
    expect(eventLine(event({ type: 'page', name: '', page }))).toMatchObject({
      icon: 'page',
      title: 'Blue mug',
      detail: '/mugs/blue'
    })
  })

  it('is what was done, and what says most of it', () => {
    const properties = { name: 'Blue mug', price: 189, currency: 'SEK', sku: 'x' }
    const { title, detail, all } = eventLine(event({ name: 'Product Added', properties }))
    expect(title).toBe('Product Added')
    expect(detail).toMatch(/^Blue mug · .*189/)
    expect(all).toContainEqual(['sku', 'x'])
  })
})

it('names the products of an event, as far as there is room', () => {
  const named = (...names: string[]) =>
    eventLine(event({ properties: { products: names.map(name => ({ name })) } })).detail
  expect([named('Mug'), named('Mug', 'Pot'), named('Mug', 'Pot', 'Jug')]).toEqual([
    'Mug',
    'Mug, Pot',
    'Mug +2'
  ])
})
