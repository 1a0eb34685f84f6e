import type { LateChat } from './late-chat.ts'
import type { PanelStores } from './stores/panel-stores.ts'
import type { ChatOptions } from './widget.ts'

/** Opens and closes the panel, and keeps the focus where the visitor expects it. */
export function createDoor(
  { $open, conversation }: PanelStores,
  chat: LateChat,
  { shell }: Pick<ChatOptions, 'shell'>
) {
  let before: Element | null = null
  return {
    open(): void {
      before = document.activeElement
      chat.open()
      $open.set(true)
    },

    close(): void {
      if (!$open.get()) return
      $open.set(false)
      const back = shell.launcher ?? before
      if (back instanceof HTMLElement) back.focus({ preventScroll: true })
      // Nothing was said: an idle chat holds no connection.
      if (!conversation.$timeline.get().length) chat.close()
    }
  }
}
