import { useStore } from '@nanostores/preact'
import type { EventView } from '@segue/sdk/protocol'
import { eventLine } from '../fold/event-line.ts'
import { labelOf } from '../format/label.ts'
import { moment } from '../format/time.ts'
import { $now } from '../stores/clock.ts'
import { $events, extendEvents } from '../stores/events.ts'
import { t } from '../strings.ts'
import { Icon } from './icon.tsx'

function EventRow({ event }: { event: EventView }) {
  const now = useStore($now)
  const { icon, title, detail, all } = eventLine(event)
  const head = (
    <>
      <Icon name={icon} />
      <span class="event-title" dir="auto">
        {title}
      </span>
      <time dateTime={new Date(event.at).toISOString()}>{moment(event.at, now)}</time>
      {detail && (
        <span class="event-detail" dir="auto">
          {detail}
        </span>
      )}
    </>
  )
  if (all.length === 0) return <li class="event event-head">{head}</li>
  return (
    <li class="event">
      <details>
        <summary class="event-head">{head}</summary>
        <dl class="facts">
          {all.map(([name, value]) => (
            <div key={name}>
              <dt>{labelOf(name)}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  )
}

/** What they did, newest first, as it happens. */
export function EventLog() {
  const log = useStore($events)
  if (!log) return null
  return (
    <section class="card">
      <h3>
        <Icon name="clock" />
        {t.about.events}
      </h3>
      {log.items.length === 0 && (
        <p class="quiet">{log.status === 'failed' ? t.about.failed : t.about.noEvents}</p>
      )}
      <ol class="events">
        {log.items.map(event => (
          <EventRow key={event.id} event={event} />
        ))}
      </ol>
      {log.next !== null && (
        <button type="button" class="button is-quiet" onClick={() => void extendEvents()}>
          {t.about.moreEvents}
        </button>
      )}
    </section>
  )
}
