import { atom, onMount } from 'nanostores'

/** Waiting times are read in minutes, so this often is enough, in milliseconds. */
const TICK_MS = 5000

/** The time, for everything on the screen that ages. */
export const $now = atom(Date.now())

onMount($now, () => {
  $now.set(Date.now())
  const timer = setInterval(() => $now.set(Date.now()), TICK_MS)
  return () => clearInterval(timer)
})
