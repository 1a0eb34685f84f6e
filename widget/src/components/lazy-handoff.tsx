import { usePanel } from './context.ts'
import { useChunk } from './use-chunk.ts'

/** The handoff sheet, in a chunk of its own: whoever only types never pays for it. */
export function LazyHandoff({ account }: { account: string | undefined }) {
  const { base, stopHandoff, words } = usePanel()
  // Offline: back to the chat, which says so.
  const part = useChunk(async () => {
    const late = import('./use-late.ts').then(({ fetchLate }) => fetchLate(base))
    const sheet = await import('../handoff/sheet.tsx')
    await late
    return sheet
  }, stopHandoff)
  return part ? <part.Sheet account={account} /> : <p class="note">{words.oneMoment}</p>
}
