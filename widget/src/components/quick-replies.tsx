import type { Row } from '../stores/timeline.ts'
import { usePanel } from './context.ts'

/** The buttons of the newest message, as long as nobody has answered it. */
export function QuickReplies({ rows }: { rows: readonly Row[] }) {
  const { chat, words } = usePanel()
  const newest = rows.findLast(row => row.type === 'message')?.message
  if (!newest || newest.from === 'visitor' || newest.via || !newest.buttons.length) return null
  return (
    <ul class="chips" aria-label={words.quickReplies}>
      {newest.buttons.map(({ id, title }) => (
        <li key={id}>
          <button
            type="button"
            class="chip"
            dir="auto"
            onClick={() => chat.send(title, { button: id })}
          >
            {title}
          </button>
        </li>
      ))}
    </ul>
  )
}
