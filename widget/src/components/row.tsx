import type { VNode } from 'preact'
import type { Row } from '../stores/rows.ts'
import { usePanel } from './context.ts'
import { Message } from './message.tsx'
import { Note } from './note.tsx'
import { Offer } from './offer.tsx'
import { useStore } from './use-store.ts'

const Day = ({ at }: { at: number }) => (
  <div class="day">{useStore(usePanel().$dates)?.day(at, Date.now())}</div>
)

/** One row of the timeline, by its key. */
export function drawRow(row: Row): VNode {
  switch (row.type) {
    case 'day':
      return <Day key={row.key} at={row.at} />
    case 'note':
      return <Note key={row.key} note={row.note} />
    case 'offer':
      return <Offer key={row.key} to={row.to} />
    case 'message': {
      const { key, message, first, last } = row
      return <Message key={key} message={message} first={first} last={last} />
    }
  }
}
