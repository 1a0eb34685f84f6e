import { atom } from 'nanostores'

const KEY = 'segue.inbox.keys'

/** Whether single letters act. They can be switched off, because speech input types them by accident (WCAG 2.1.4). */
export const $keysOn = atom(true)

/** Reads what was chosen on this device. */
export const restoreKeys = (): void => $keysOn.set(localStorage.getItem(KEY) !== 'off')

/** Switches single-letter keys on or off, on this device. */
export function switchKeys(on: boolean): void {
  $keysOn.set(on)
  if (on) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, 'off')
}
