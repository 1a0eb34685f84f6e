import { useStore } from '@nanostores/preact'
import type { CartItem } from '../fold/cart.ts'
import { money } from '../format/money.ts'
import { moment } from '../format/time.ts'
import { $now } from '../stores/clock.ts'
import { $cart } from '../stores/events.ts'
import { t } from '../strings.ts'
import { Icon } from './icon.tsx'

function Item({ item, currency }: { item: CartItem; currency?: string | undefined }) {
  const { name, quantity, price } = item
  return (
    <tr>
      <td class="cart-quantity">{quantity} ×</td>
      <th scope="row" dir="auto">
        {name}
      </th>
      <td class="cart-price">{price !== undefined && money(price * quantity, currency)}</td>
    </tr>
  )
}

/** What lies in their cart, or what they have ordered. */
export function CartCard() {
  const cart = useStore($cart)
  const now = useStore($now)
  if (!cart) return null
  const { kind, items, currency, total, event, at } = cart
  return (
    <section class="card cart-card">
      <h3>
        <Icon name="cart" />
        {t.about[kind]}
      </h3>
      {items.length === 0 && <p class="quiet">{t.about.emptyCart}</p>}
      {items.length > 0 && (
        <table class="cart">
          <tbody>
            {items.map((item, place) => (
              // The same thing may lie in a cart twice
              <Item key={place} item={item} currency={currency} />
            ))}
          </tbody>
          {total !== undefined && (
            <tfoot>
              <tr>
                <td />
                <th scope="row">{t.about.total}</th>
                <td class="cart-price">{money(total, currency)}</td>
              </tr>
            </tfoot>
          )}
        </table>
      )}
      <p class="quiet">
        {event} · {moment(at, now)}
      </p>
    </section>
  )
}
