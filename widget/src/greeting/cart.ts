/** Whether something is in the cart after this call of `track`, in the names of the Segment spec. */
export function cartAfter(cart: boolean, event: unknown, properties: unknown): boolean {
  const { products } = Object(properties)
  if (event === 'Product Added') return true
  if (event === 'Order Completed') return false
  const tells = event === 'Cart Viewed' || event === 'Product Removed'
  return tells && Array.isArray(products) ? products.length > 0 : cart
}
