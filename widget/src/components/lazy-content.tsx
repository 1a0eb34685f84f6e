import type { MessageContent } from '@segue/sdk'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { usePanel } from './context.ts'
import { useStore } from './use-store.ts'

/** What a message asks, and the message's id. */
export interface Asks {
  id: string
  content: MessageContent
}

export type ContentView = ComponentType<Asks>

/** Choices, cards and forms, in a chunk of their own: most conversations have none. */
export function LazyContent(asks: Asks) {
  const { $content, adopt, words } = usePanel()
  const View = useStore($content)
  useEffect(() => {
    if (View) return
    import('../content/content.tsx').then(
      ({ css, Content }) => {
        adopt(css)
        $content.set(Content)
      },
      // Offline. The next message that is drawn, or the panel opened again, tries again.
      () => {}
    )
  }, [View])
  return View ? <View {...asks} /> : <p class="note">{words.oneMoment}</p>
}
