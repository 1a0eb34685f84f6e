import type { WritableAtom } from 'nanostores'

/** An agent's typing is believed for this long, in milliseconds. */
const TYPING_MS = 6_000

/** Keeps the name of whoever writes in a store, until it is replaced or too old. */
export function markTyping($typing: WritableAtom<string | undefined>) {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (name: string | undefined): void => {
    clearTimeout(timer)
    $typing.set(name)
    if (name !== undefined) timer = setTimeout(() => $typing.set(undefined), TYPING_MS)
  }
}
