import type { EventView } from '@segue/sdk/protocol'

/** One thing in a cart or an order. */
export interface CartItem {
  name: string
  quantity: number
  /** Of one, in the cart's currency. */
  price?: number
}

export interface Cart {
  /** An order is a cart that was paid for. */
  kind: 'cart' | 'order'
  items: CartItem[]
  currency?: string
  total?: number
  /** The event that told us. */
  event: string
  at: number
}

// Events about one product, or a list of products: what they hold is not what lies in the cart.
const NOT_A_CART = /^(product|promotion|coupon|wishlist)/i

// The names of Segment's commerce events that mean that the cart has become an order.
const ORDERED = /\b(order (completed|placed|paid)|purchase[d]?)\b/i

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function numberIn(record: Record<string, unknown>, ...names: string[]): number | undefined {
  for (const name of names) {
    const value = typeof record[name] === 'string' ? Number(record[name]) : record[name]
    if (typeof value === 'number' && Number.isFinite(value)) return value
  }
  return undefined
}

function textIn(record: Record<string, unknown>, ...names: string[]): string | undefined {
  const name = names.find(name => typeof record[name] === 'string' && record[name] !== '')
  return name && String(record[name])
}

function readItem(value: unknown): CartItem[] {
  if (!isRecord(value)) return []
  const name = textIn(value, 'name', 'title', 'product_id', 'productId', 'sku', 'id')
  if (!name) return []
  const price = numberIn(value, 'price', 'unit_price')
  const quantity = numberIn(value, 'quantity', 'qty') ?? 1
  return [{ name, quantity, ...(price !== undefined && { price }) }]
}

/** The lists we know: Segment's `products`, and a plain `cart`, which may hold its `items`. */
function listIn({ products, cart }: Record<string, unknown>): unknown[] | undefined {
  if (Array.isArray(products)) return products
  if (Array.isArray(cart)) return cart
  return isRecord(cart) && Array.isArray(cart.items) ? cart.items : undefined
}

function totalOf(items: CartItem[]): number | undefined {
  if (items.some(({ price }) => price === undefined)) return undefined
  return items.reduce((sum, { price = 0, quantity }) => sum + price * quantity, 0)
}

/** What lies in the cart, by the newest event that tells. `events` come newest first. */
export function cartOf(events: readonly EventView[]): Cart | null {
  for (const { name, properties, at } of events) {
    const list = NOT_A_CART.test(name) ? undefined : listIn(properties)
    if (!list) continue
    const items = list.flatMap(readItem)
    const currency = textIn(properties, 'currency')
    const total = numberIn(properties, 'total', 'value', 'revenue') ?? totalOf(items)
    return {
      kind: ORDERED.test(name) ? 'order' : 'cart',
      items,
      event: name,
      at,
      ...(currency && { currency }),
      ...(total !== undefined && { total })
    }
  }
  return null
}
