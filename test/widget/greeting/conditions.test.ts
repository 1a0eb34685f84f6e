import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cartAfter } from '../../../widget/src/greeting/cart.ts'
import { fitsPath, isTime, type Visit } from '../../../widget/src/greeting/conditions.ts'

const visit = (of: Partial<Visit> = {}): Visit => ({
  path: '/cart',
  seconds: 0,
  scrolled: 0,
  events: new Set(),
  returning: false,
  cart: false,
  ...of
})
const due = (when: object, of: Partial<Visit> = {}) =>
  isTime({ id: 'g', text: 'Hello', ...when }, visit(of))

describe('the path of a greeting', () => {
  it.each([
    ['/cart', '/cart', true],
    ['/cart', '/cart/', false],
    ['/products/*', '/products/mug', true],
    ['/products/*', '/product', false],
    ['*/reviews', '/mug/reviews', true],
    ['/a*b*c', '/a-b-c', true],
    ['/a*ab', '/ab', false],
    ['*', '/', true]
  ])('%s and %s: %s', (pattern, path, fits) => {
    expect(fitsPath(pattern, path)).toBe(fits)
  })

  it('fits like the regular expression that it stands for, and as fast for any', () => {
    const some = fc.stringMatching(/^\/[ab*]{0,12}$/)
    const path = fc.stringMatching(/^\/[ab]{0,16}$/)
    fc.assert(
      fc.property(some, path, (pattern, path) => {
        const meant = new RegExp(`^${pattern.replaceAll('*', '.*')}$`)
        expect(fitsPath(pattern, path)).toBe(meant.test(path))
      })
    )
    expect(fitsPath(`/${'a*'.repeat(90)}b`, `/${'a'.repeat(2000)}`)).toBe(false)
  })
})

describe('a greeting', () => {
  it('is said at once when it asks for nothing', () => {
    expect(due({})).toBe(true)
  })

  it.each([
    [{ page: '/cart' }, { path: '/cart' }, { path: '/' }],
    [{ afterSeconds: 5 }, { seconds: 5 }, { seconds: 4 }],
    [{ scrolledPercent: 50 }, { scrolled: 50 }, { scrolled: 49 }],
    [{ event: 'Searched' }, { events: new Set(['Searched']) }, { events: new Set(['Else']) }],
    [{ returning: true }, { returning: true }, { returning: false }],
    [{ returning: false }, { returning: false }, { returning: true }],
    [{ cart: true }, { cart: true }, { cart: false }]
  ])('that asks for %o waits for it', (when, then, before) => {
    expect(due(when, then)).toBe(true)
    expect(due(when, before)).toBe(false)
  })

  it('waits for everything it asks for', () => {
    const when = { page: '/cart', afterSeconds: 5 }
    expect(due(when, { seconds: 9, path: '/' })).toBe(false)
    expect(due(when, { seconds: 9, path: '/cart' })).toBe(true)
  })
})

describe('the cart', () => {
  it('is what the page’s own events tell', () => {
    expect(cartAfter(false, 'Product Added', {})).toBe(true)
    expect(cartAfter(true, 'Product Removed', { products: [] })).toBe(false)
    expect(cartAfter(true, 'Product Removed', undefined)).toBe(true)
    expect(cartAfter(false, 'Cart Viewed', { products: [{}] })).toBe(true)
    expect(cartAfter(true, 'Order Completed', { products: [{}] })).toBe(false)
    expect(cartAfter(true, 'Product Viewed', {})).toBe(true)
  })
})
