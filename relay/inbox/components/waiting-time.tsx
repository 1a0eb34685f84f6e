import { useStore } from '@nanostores/preact'
import { waitingTime, waitingTone } from '../format/waiting.ts'
import { $now } from '../stores/clock.ts'

/** How long somebody has waited: the one thing that may be loud. */
export function WaitingTime({ since, words }: { since: number; words: (time: string) => string }) {
  const waited = Math.max(useStore($now) - since, 0)
  const time = waitingTime(waited)
  return (
    <span class={`wait is-${waitingTone(waited)}`}>
      <span class="sr-only">{words(time)}</span>
      <span aria-hidden="true">{time}</span>
    </span>
  )
}
