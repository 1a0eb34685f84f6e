import './page.js'
import { emptyCart, readCart, totalOf } from './cart.js'
import { inKronor, postageFor } from './money.js'
import { tellCart } from './tell.js'

const form = document.querySelector('.checkout')
const lines = readCart()
const total = totalOf(lines) + postageFor(totalOf(lines))

form.hidden = lines.length === 0
document.querySelector('.empty').hidden = lines.length > 0
document.querySelector('[data-total]').textContent = inKronor(total)
if (lines.length) tellCart('Checkout Started')

form.addEventListener('submit', event => {
  event.preventDefault()
  const { name, email } = Object.fromEntries(new FormData(form))
  window.segue.identify(null, { name, email })
  const order = { id: `N${Date.now().toString().slice(-6)}`, lines, total }
  sessionStorage.setItem('norrsken-order', JSON.stringify(order))
  emptyCart()
  location.assign('/shop/thanks.html')
})
