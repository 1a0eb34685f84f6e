import { usePanel } from './context.ts'
import { useChunk } from './use-chunk.ts'

/** The handoff sheet, in a chunk of its own: whoever only types never pays for it. */
export function LazyHandoff({ account }: { account: string | undefined }) {
  const { stopHandoff, words } = usePanel()
  // Offline: back to the chat, which says so.
  const part = useChunk(() => import('../handoff/sheet.tsx'), stopHandoff)
  return part ? <part.Sheet account={account} /> : <p class="note">{words.oneMoment}</p>
}
