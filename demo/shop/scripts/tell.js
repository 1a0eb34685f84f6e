import { readCart, totalOf } from './cart.js'

/** What events say of products. */
export const productsOf = lines =>
  lines.map(({ id, name, price, quantity }) => ({ product_id: id, name, quantity, price }))

const CURRENCY = { currency: 'SEK' }

/** Tells the chat of one product. */
export function tellProduct(event, product, quantity = 1) {
  window.segue.track(event, { products: productsOf([{ ...product, quantity }]), ...CURRENCY })
}

/** Tells the chat what is in the cart, so that whoever answers sees it. */
export function tellCart(event) {
  const lines = readCart()
  window.segue.track(event, { products: productsOf(lines), total: totalOf(lines), ...CURRENCY })
}
