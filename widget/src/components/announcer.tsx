import { usePanel } from './context.ts'
import { wordsOf } from './thread.tsx'
import { useStore } from './use-store.ts'

/**
 * Tells screen readers each incoming message once. Text only, and apart from the visible log:
 * a live log is read again, or twice, by some readers whenever a bubble is drawn anew.
 */
export function Announcer() {
  const { $news, words } = usePanel()
  return (
    <div class="unseen" aria-live="polite" aria-relevant="additions">
      {useStore($news).map(({ id, name, text, files, content }) => (
        <p key={id}>
          {name ?? words.someone}:{' '}
          {wordsOf(text) ||
            files?.[0]?.name ||
            (content?.kind === 'cards' && content.cards[0]!.title)}
        </p>
      ))}
    </div>
  )
}
