import type { ComponentChildren, RefObject } from 'preact'
import { usePanel } from './context.ts'

interface Props {
  box?: RefObject<HTMLDivElement | null>
  onScroll?: () => void
  children: ComponentChildren
}

/** Where messages are scrolled. Screen readers hear of new ones from the announcer. */
export function LogBox({ box, onScroll, children }: Props) {
  const { words } = usePanel()
  return (
    <div
      ref={box ?? null}
      class="log"
      role="log"
      aria-live="off"
      aria-label={words.messages}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse it could not be scrolled (WCAG 2.1.1).
      tabIndex={0}
      onScroll={onScroll}
    >
      <div class="rows">{children}</div>
    </div>
  )
}
