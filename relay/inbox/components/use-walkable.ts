import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

const STEPS = new Map([
  ['ArrowUp', -1],
  ['ArrowDown', 1]
])

/**
 * Lets the arrow keys walk from message to message, of which one takes part in Tab: a long thread would otherwise be a
 * hundred stops on the way to the reply.
 */
export function useWalkable(box: RefObject<HTMLElement | null>) {
  const messages = () => [...(box.current?.querySelectorAll<HTMLElement>('[data-message]') ?? [])]

  const makeStop = (stop: HTMLElement, all: HTMLElement[]) => {
    for (const message of all) message.tabIndex = message === stop ? 0 : -1
  }

  // While nobody walks here, the stop is the newest message.
  useLayoutEffect(() => {
    const all = messages()
    const newest = all.at(-1)
    if (newest && !all.includes(document.activeElement as HTMLElement)) makeStop(newest, all)
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS.get(event.key)
    const all = messages()
    const current = all.indexOf(document.activeElement as HTMLElement)
    const next = step && current >= 0 && all[current + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  /** Whoever has the focus is the stop to come back to. */
  const onFocusIn = ({ target }: Event) => {
    const all = messages()
    const current = all.find(message => message === target)
    if (current) makeStop(current, all)
  }
  return { onKeyDown, onFocusIn }
}
