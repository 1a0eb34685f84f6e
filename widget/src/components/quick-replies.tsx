import type { Row } from '../stores/rows.ts'
import { Chips } from './chips.tsx'
import { usePanel } from './context.ts'

/** The buttons of the newest message, as long as nobody has answered it. */
export function QuickReplies({ rows }: { rows: readonly Row[] }) {
  const { chat } = usePanel()
  const newest = rows.findLast(row => row.type === 'message')?.message
  if (!newest || newest.from === 'visitor' || newest.via) return null
  return (
    <Chips
      choices={newest.buttons}
      title={({ title }) => title}
      choose={({ id, title }) => chat.send(title, { button: id })}
    />
  )
}
