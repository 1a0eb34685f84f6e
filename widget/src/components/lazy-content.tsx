import type { MessageContent } from '@segue/sdk'
import { drawMarks } from '@segue/sdk/marks'
import { type ComponentType, h } from 'preact'
import { useEffect } from 'preact/hooks'
import { usePanel } from './context.ts'
import { useStore } from './use-store.ts'

/** Words with their marks. */
export const drawText = (text: string) => drawMarks(text, h)

/** What a message asks, and the message's id. */
export interface Asks {
  id: string
  content: MessageContent
}

/** Handed what draws marks, which is here already: else this would be in two pieces, for the sake of one function. */
export type ContentView = ComponentType<Asks & { drawText: typeof drawText }>

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
  return View ? <View {...asks} drawText={drawText} /> : <p class="note">{words.oneMoment}</p>
}
