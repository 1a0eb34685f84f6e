import type { EventView } from '@segue/sdk/protocol'
import { money } from '../format/money.ts'

/** One event as the panel lists it. */
export interface EventLine {
  icon: 'page' | 'track' | 'identify'
  title: string
  detail: string
  /** Every property, for who wants to know. */
  all: [name: string, value: string][]
}

const ICONS = new Map<string, EventLine['icon']>([
  ['page', 'page'],
  ['screen', 'page'],
  ['identify', 'identify'],
  ['alias', 'identify'],
  ['group', 'identify']
])

/** Properties that say most, in the order they are read. */
const TELLING = ['name', 'title', 'product', 'query', 'category', 'variant', 'quantity', 'coupon']

/** A property as text. Nested ones stay as they came. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function priceText({ price, total, value, currency }: Record<string, unknown>): string {
  const amount = [total, value, price].find(candidate => typeof candidate === 'number')
  return typeof amount === 'number' ? money(amount, valueText(currency)) : ''
}

/** The path of an address, which is what differs on one site. */
export function pathOf(url: string): string {
  return URL.parse(url)?.pathname ?? url
}

/** What the products of an event are called, as far as there is room. */
function productNames({ products }: Record<string, unknown>): string {
  if (!Array.isArray(products)) return ''
  const names = products.flatMap(product => valueText(product?.name) || [])
  return names.length > 2 ? `${names[0]} +${names.length - 1}` : names.join(', ')
}

function detailOf({ type, properties, page }: EventView): string {
  if (ICONS.get(type) === 'page') return page ? pathOf(page.url) : ''
  const telling = TELLING.map(name => properties[name])
    .filter(value => typeof value === 'string' || typeof value === 'number')
    .map(valueText)
  return [...telling, productNames(properties), priceText(properties)]
    .filter(Boolean)
    .slice(0, 3)
    .join(' · ')
}

/** An event in a line and a half. */
export function eventLine(event: EventView): EventLine {
  const { type, name, properties, page } = event
  const icon = ICONS.get(type) ?? 'track'
  return {
    icon,
    title: icon === 'page' ? page?.title || name || type : name || type,
    detail: detailOf(event),
    all: Object.entries(properties).map(([key, value]) => [key, valueText(value)])
  }
}
