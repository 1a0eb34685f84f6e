import { useStore } from '@nanostores/preact'
import { arrivalText } from '../fold/arrival-text.ts'
import { pathOf } from '../fold/event-line.ts'
import { $arrival, $lastPage } from '../stores/events.ts'
import { $presence } from '../stores/presence.ts'
import { t } from '../strings.ts'

/** The page they are on, or were on last. */
export function PresenceCard() {
  const presence = useStore($presence)
  const lastPage = useStore($lastPage)
  const arrival = useStore($arrival)
  const page = presence?.page ?? lastPage
  const isHere = presence?.visible === true
  const title = isHere ? t.about.onPage : page ? t.about.wasOnPage : t.about.nowhere
  return (
    <section class="card presence-card" data-here={isHere}>
      <h3>
        <span class="presence-dot" aria-hidden="true" />
        {title}
      </h3>
      {page && (
        <a class="page-link" href={page.url} target="_blank" rel="noopener noreferrer">
          <span dir="auto">{page.title || pathOf(page.url)}</span>
          <span class="quiet">{pathOf(page.url)}</span>
          <span class="sr-only">{t.thread.opensNewTab}</span>
        </a>
      )}
      {arrival && (
        <p class="quiet">
          {t.about.cameFrom} <bdi>{arrivalText(arrival)}</bdi>
        </p>
      )}
    </section>
  )
}
