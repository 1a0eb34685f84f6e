const items = () => [...document.querySelectorAll<HTMLElement>('[data-item]')]

/** The item that has the focus, else the one whose conversation is open; -1 when there is neither. */
function currentItem(all: HTMLElement[]): number {
  const focused = all.indexOf(document.activeElement as HTMLElement)
  return focused >= 0 ? focused : all.findIndex(item => item.ariaCurrent === 'true')
}

/** Moves the focus through the list, by one down or up. */
export function stepInList(step: 1 | -1): void {
  const all = items()
  const current = currentItem(all)
  const next = all[current < 0 ? 0 : Math.min(Math.max(current + step, 0), all.length - 1)]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** Puts the focus on the list: on one conversation if it is there, else where the agent left it. */
export function focusList(id?: string): void {
  const all = items()
  const wanted = all.find(item => item.dataset.item === id)
  const target = wanted ?? all[Math.max(currentItem(all), 0)]
  target?.focus()
}

/** Whether the focus is on nothing, or on something that no longer shows. */
export function isFocusLost(): boolean {
  const { activeElement } = document
  return !activeElement || activeElement === document.body || !activeElement.checkVisibility()
}

/** Puts the focus on a field, with what is in it selected where that helps to replace it. */
export function focusField(name: 'reply' | 'search'): void {
  const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(
    `[data-field="${name}"]`
  )
  field?.focus()
  if (name === 'search') field?.select()
}
