import { focusField, focusList, stepInList } from './focus.ts'
import { claim, startAsk, startHandoff, toggleClosed } from './stores/actions.ts'
import { $dialog, openDialog } from './stores/dialog.ts'
import { showTab } from './stores/list.ts'
import { $pane, $selected, aboutHref, openConversation, openList } from './stores/route.ts'
import { $keysOn } from './stores/shortcut-keys.ts'
import { TABS } from './stores/tabs.ts'

function toggleAbout(): void {
  const id = $selected.get()
  if (id === null) return
  if ($pane.get() === 'about') openConversation(id)
  else location.hash = aboutHref(id)
}

const actions = new Map<string, () => void>([
  ['j', () => stepInList(1)],
  ['k', () => stepInList(-1)],
  ['r', () => focusField('reply')],
  ['m', () => void claim()],
  ['c', () => void toggleClosed()],
  ['h', startHandoff],
  ['a', startAsk],
  ['i', toggleAbout],
  ['/', () => focusField('search')],
  ['?', () => openDialog({ kind: 'help' })],
  ...TABS.map((tab, place): [string, () => void] => [String(place + 1), () => showTab(tab)])
])

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]')

/** Out of a field first, then out of the conversation. */
function leave(target: EventTarget | null): void {
  if (isTyping(target)) {
    if (target instanceof HTMLElement) target.blur()
    focusList()
  } else if ($pane.get() === 'about') toggleAbout()
  else if ($selected.get() !== null) {
    focusList()
    openList()
  }
}

function hearKey(event: KeyboardEvent): void {
  const { key, target, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event
  // An open sheet has its own keys; so have the browser and the input method.
  if (defaultPrevented || isComposing || ctrlKey || metaKey || altKey || $dialog.get()) return
  if (key === 'Escape') {
    leave(target)
    return
  }
  const action = $keysOn.get() && !isTyping(target) && actions.get(key)
  if (!action) return
  // Or the letter ends up in the field that the action has just focused.
  event.preventDefault()
  action()
}

/** Listens for the keys. Returns what ends it. */
export function startKeyboard(): () => void {
  document.addEventListener('keydown', hearKey)
  return () => document.removeEventListener('keydown', hearKey)
}
