import { usePanel } from './context.ts'
import { useChunk } from './use-chunk.ts'

/** The visitor's conversations, in a chunk of their own: few look back. */
export function LazyTalks() {
  const { $talks, words } = usePanel()
  // Offline: back to the chat, which says so.
  const part = useChunk(
    () => import('../talks/talks.tsx'),
    () => $talks.set(undefined)
  )
  return part ? <part.Talks /> : <p class="note">{words.oneMoment}</p>
}
