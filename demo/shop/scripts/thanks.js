import './page.js'
import { countOf } from './cart.js'
import { productsOf } from './tell.js'

const KEY = 'norrsken-order'
const order = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')

if (order) {
  const count = countOf(order.lines)
  document.querySelector('[data-order]').textContent = order.id
  document.querySelector('[data-things]').textContent =
    count === 1 ? 'It is one thing.' : `It is ${count} things.`
  // Told once, however often this page is loaded again.
  if (!order.told) {
    const products = productsOf(order.lines)
    window.segue.track('Order Completed', {
      order_id: order.id,
      total: order.total,
      currency: 'SEK',
      products
    })
    sessionStorage.setItem(KEY, JSON.stringify({ ...order, told: true }))
  }
} else location.replace('/shop/')
