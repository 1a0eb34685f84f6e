import type { Row as RowOf } from '../stores/timeline.ts'
import { usePanel } from './context.ts'
import { Message } from './message.tsx'
import { Note } from './note.tsx'
import { Offer } from './offer.tsx'

/** One row of the timeline. */
export function Row({ row }: { row: RowOf }) {
  const { dates } = usePanel()
  switch (row.type) {
    case 'day':
      return <div class="day">{dates.day(row.at, Date.now())}</div>
    case 'note':
      return <Note note={row.note} />
    case 'offer':
      return <Offer to={row.to} />
    case 'message':
      return <Message {...row} />
  }
}
