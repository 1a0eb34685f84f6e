import './page.js'
import { addToCart } from './cart.js'
import { tellCart, tellProduct } from './tell.js'

const form = document.querySelector('.buy')
const done = document.querySelector('.done')
const product = JSON.parse(form.dataset.product)

tellProduct('Product Viewed', product)

form.addEventListener('submit', event => {
  event.preventDefault()
  const quantity = Number(new FormData(form).get('quantity'))
  addToCart(product, quantity)
  tellProduct('Product Added', product, quantity)
  tellCart('Cart Viewed')
  const link = document.createElement('a')
  link.href = '/shop/cart.html'
  link.textContent = 'See your cart'
  done.replaceChildren(`${product.name}: in the cart. `, link)
})
