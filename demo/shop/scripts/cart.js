const KEY = 'norrsken-cart'

/**
 * What is in the cart: `[{ id, name, price, quantity }]`, prices in kronor.
 * A browser that refuses storage has an empty cart.
 */
export function readCart() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? []
  } catch {
    return []
  }
}

function keepCart(lines) {
  try {
    localStorage.setItem(KEY, JSON.stringify(lines))
  } catch {
    // Private windows may refuse. The page goes on; the cart is forgotten with it.
  }
  dispatchEvent(new Event('cart'))
}

/** Puts a product in; one that is there already becomes more. */
export function addToCart(product, quantity) {
  const lines = readCart()
  const line = lines.find(({ id }) => id === product.id)
  if (line) line.quantity += quantity
  else lines.push({ ...product, quantity })
  keepCart(lines)
}

/** Sets how many; 0 takes it out. */
export const setQuantity = (id, quantity) =>
  keepCart(
    readCart()
      .map(line => (line.id === id ? { ...line, quantity } : line))
      .filter(line => line.quantity > 0)
  )

export const emptyCart = () => keepCart([])

export const countOf = lines => lines.reduce((sum, { quantity }) => sum + quantity, 0)
export const totalOf = lines =>
  lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0)

/** Calls back when the cart changes, here or in another tab. */
export function onCart(changed) {
  addEventListener('cart', changed)
  addEventListener('storage', ({ key }) => key === KEY && changed())
}
