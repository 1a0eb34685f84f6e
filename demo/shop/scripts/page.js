import { countOf, onCart, readCart } from './cart.js'
import { tellCart } from './tell.js'

/** What every page does: it shows how full the cart is, and tells the chat. */
function showCount() {
  const count = countOf(readCart())
  for (const place of document.querySelectorAll('[data-cart-count]')) {
    place.textContent = count ? String(count) : ''
  }
}

showCount()
onCart(showCount)
window.segue.page()
if (readCart().length) tellCart('Cart Viewed')
