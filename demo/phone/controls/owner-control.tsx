import { useId } from 'preact/hooks'
import type { PhoneState } from '../../networks/screen.ts'
import { shareNumber, takeInHand } from '../ask.ts'
import { readableNumber } from '../phone-number.ts'
import { Switch } from './switch.tsx'

/** Whose phone it is, and whether WhatsApp tells companies its number. */
export function OwnerControl({ phones }: { phones: PhoneState }) {
  // The controls may be drawn twice, beside the phone and on it, and radios of one name are one choice.
  const group = useId()
  const holder = phones.owners.find(({ number }) => number === phones.inHand)
  return (
    <fieldset>
      <legend>Whose phone</legend>
      <div class="choice">
        {phones.owners.map(({ name, number }) => (
          <label key={number}>
            <input
              type="radio"
              name={group}
              checked={number === phones.inHand}
              onChange={() => takeInHand(number)}
            />
            <span>
              {name} <small>{readableNumber(number)}</small>
            </span>
          </label>
        ))}
      </div>
      {holder && (
        <Switch
          label="WhatsApp shares the number"
          note="Off: companies see a business-scoped id instead."
          on={holder.sharesNumber}
          change={on => shareNumber(holder.number, on)}
        />
      )}
    </fieldset>
  )
}
