import { useStore } from '@nanostores/preact'
import type { PhoneState } from '../../networks/screen.ts'
import { setClock } from '../ask.ts'
import { longDay, timeOf } from '../dates.ts'
import { $now } from '../stores/now.ts'

const HOUR_MS = 60 * 60_000

/** The time of phones, networks and relay. WhatsApp closes its window 24 hours after the last message. */
export function ClockControl({ clock }: { clock: PhoneState['clock'] }) {
  const now = useStore($now)
  const hours = Math.round(clock.ahead / HOUR_MS)
  return (
    <fieldset>
      <legend>Clock</legend>
      <p class="clock">
        <b>{timeOf(now)}</b> {longDay(now)} {hours > 0 && <small>{hours} h ahead</small>}
      </p>
      <div class="buttons">
        <button type="button" onClick={() => setClock(1)}>
          +1 h
        </button>
        <button type="button" onClick={() => setClock(25)}>
          +25 h
        </button>
        <button type="button" disabled={clock.ahead === 0} onClick={() => setClock()}>
          Back to now
        </button>
      </div>
    </fieldset>
  )
}
