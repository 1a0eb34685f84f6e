import { atom, onMount } from 'nanostores'

/** Whether somebody can be looking at this page. */
export const $visible = atom(true)

onMount($visible, () => {
  const look = () => $visible.set(document.visibilityState === 'visible')
  look()
  document.addEventListener('visibilitychange', look)
  return () => document.removeEventListener('visibilitychange', look)
})
