import { atom, onMount } from 'nanostores'
import { $phones } from './phones.ts'

const TICK_MS = 1000

/** The phones' time, which the networks may have put forward. */
export const $now = atom(Date.now())

onMount($now, () => {
  const tick = () => $now.set(Date.now() + ($phones.get()?.clock.ahead ?? 0))
  const timer = setInterval(tick, TICK_MS)
  const stop = $phones.subscribe(tick)
  return () => {
    clearInterval(timer)
    stop()
  }
})
