import type { ReadableAtom } from 'nanostores'
import { wearBrand } from './brand.ts'
import { DOWN } from './components/icons.ts'
import type { LateChat } from './late-chat.ts'
import type { PanelStores } from './stores/panel-stores.ts'
import type { Voice } from './voice.ts'
import type { ChatOptions } from './widget.ts'

/** Where the panel becomes the screen. */
const PHONE = '(max-width: 480px), (max-height: 440px)'

interface ShellOptions {
  stores: PanelStores
  $voice: ReadableAtom<Voice>
  chat: LateChat
  options: ChatOptions
}

/** Gives the launcher its other face, for while the chat is open, and a place for the number of answers that wait. */
function dress(launcher: HTMLButtonElement): { badge: HTMLElement; undress(): void } {
  const badge = document.createElement('span')
  const down = launcher.firstElementChild!.cloneNode(true) as Element
  badge.className = 'badge'
  down.firstElementChild!.setAttribute('d', DOWN)
  launcher.append(down, badge)
  return {
    badge,
    undress() {
      down.remove()
      badge.remove()
    }
  }
}

/** Keeps the launcher, the page's listeners and the SDK told of what the stores say. Returns the undo. */
export function showOnShell({ stores, $voice, chat, options }: ShellOptions): () => void {
  const { settings, shell, emit } = options
  const { $open, $phone, conversation } = stores
  const { launcher } = shell
  const dressed = launcher && dress(launcher)
  const small = matchMedia(PHONE)
  let told: string | undefined
  // Then the panel needs no room for it.
  if (!launcher) shell.host.dataset.launcher = 'none'

  const label = (): void => {
    const { words } = $voice.get()
    const open = $open.get()
    const unread = open ? 0 : conversation.$waiting.get()
    if (!launcher || !dressed) return
    const waiting = unread ? `, ${words.newMessages({ count: unread })}` : ''
    launcher.ariaLabel = open ? words.closeChat : words.openChat + waiting
    dressed.badge.textContent = unread ? `${Math.min(unread, 99)}` : ''
    launcher.ariaExpanded = String(open)
    launcher.setAttribute('aria-controls', 'segue-panel')
    // Behind a panel that is the whole screen nothing can be reached.
    launcher.inert = open && $phone.get()
  }

  const fit = (): void => {
    // A part of the page is in nobody's way.
    $phone.set(small.matches && !settings.mode)
    label()
  }

  fit()
  small.addEventListener('change', fit)
  const undo = [
    $voice.listen(label),
    $open.listen(open => {
      label()
      chat.show(open)
      emit(open ? 'open' : 'close', undefined)
    }),
    conversation.$waiting.listen(count => {
      label()
      emit('unread', count)
    }),
    conversation.$session.listen(session => {
      if (session) wearBrand(shell, settings, session.look)
    }),
    chat.on('error', error => {
      emit('error', error)
      // For whoever builds the page: nobody else can mend it.
      if (told !== error.message) console.error(`[segue] ${error.message}`)
      told = error.message
    }),
    () => small.removeEventListener('change', fit),
    () => dressed?.undress()
  ]
  return () => {
    for (const stop of undo) stop()
  }
}
