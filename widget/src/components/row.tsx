import type { Row as RowOf } from '../stores/timeline.ts'
import { usePanel } from './context.ts'
import { Message } from './message.tsx'
import { Note } from './note.tsx'
import { Offer } from './offer.tsx'
import { useStore } from './use-store.ts'

const Day = ({ at }: { at: number }) => (
  <div class="day">{useStore(usePanel().$dates)?.day(at, Date.now())}</div>
)

/** One row of the timeline. */
export function Row({ row }: { row: RowOf }) {
  switch (row.type) {
    case 'day':
      return <Day at={row.at} />
    case 'note':
      return <Note note={row.note} />
    case 'offer':
      return <Offer to={row.to} />
    case 'message':
      return <Message {...row} />
  }
}
