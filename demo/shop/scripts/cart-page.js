import './page.js'
import { onCart, readCart, setQuantity, totalOf } from './cart.js'
import { inKronor, postageFor } from './money.js'

const find = selector => document.querySelector(selector)

function drawLine({ id, name, price, quantity }) {
  const line = find('template').content.cloneNode(true)
  const link = line.querySelector('a')
  const input = line.querySelector('input')
  line.querySelector('img').src = `/shop/pictures/${id}.svg`
  link.href = `/shop/${id}.html`
  link.textContent = name
  line.querySelector('.unseen').textContent = `How many: ${name}`
  input.value = String(quantity)
  input.addEventListener('change', () =>
    setQuantity(id, Math.max(1, Math.round(input.valueAsNumber) || 1))
  )
  line.querySelector('.sum').textContent = inKronor(price * quantity)
  const remove = line.querySelector('button')
  remove.ariaLabel = `Take out ${name}`
  remove.addEventListener('click', () => setQuantity(id, 0))
  return line
}

function draw() {
  const lines = readCart()
  const total = totalOf(lines)
  const postage = postageFor(total)
  find('.empty').hidden = lines.length > 0
  find('.cart').hidden = lines.length === 0
  find('.lines').replaceChildren(...lines.map(drawLine))
  find('[data-things]').textContent = inKronor(total)
  find('[data-postage]').textContent = postage ? inKronor(postage) : 'Free'
  find('[data-total]').textContent = inKronor(total + postage)
}

draw()
onCart(draw)
