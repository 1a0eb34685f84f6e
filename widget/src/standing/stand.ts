import type { LateChat } from '../late-chat.ts'
import type { PanelStores } from '../stores/panel-stores.ts'
import type { ChatOptions } from '../widget.ts'

export { default as css } from './standing.css?inline'

/** What a site calls the element it gives us. */
function placeOf(target: Element | string | undefined): Element {
  const place = typeof target === 'string' ? document.querySelector(target) : target
  if (target && !place) console.error(`There is no ${target} on this page for the chat.`)
  return place ?? document.body
}

/**
 * Puts the chat into the page, open and for good, in the place of a door. It connects when the visitor first comes
 * near it, and takes nobody's focus. All it leaves hangs on the host, and goes with that.
 */
export function stand({ $open }: PanelStores, chat: LateChat, { settings, shell }: ChatOptions) {
  const { host } = shell
  const begin = (): void => void chat.open()
  for (const event of ['focusin', 'pointerdown', 'drop']) host.addEventListener(event, begin)
  host.dataset.mode = settings.mode
  // There is no corner to be in.
  delete host.dataset.side
  placeOf(settings.target).append(host)
  $open.set(true)
  if (settings.mode === 'page') {
    chat.show(true)
    // Whoever opens a page that is the chat has come for it. A token in its address goes first.
    setTimeout(begin)
  } else {
    // Far down a page it is not seen, and an answer may be wanted on the phone.
    new IntersectionObserver(seen => chat.show(seen.at(-1)!.isIntersecting)).observe(host)
  }

  return {
    open(): void {
      begin()
      host.scrollIntoView({ block: 'nearest' })
      // On touch the focus would raise the keyboard over what was said.
      if (matchMedia('(pointer: fine)').matches) shell.root.querySelector('textarea')?.focus()
    },
    close(): void {}
  }
}
