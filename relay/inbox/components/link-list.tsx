import { useStore } from '@nanostores/preact'
import type { LinkView } from '@segue/sdk/protocol'
import { surfaceName } from '../format/surface.ts'
import { moment } from '../format/time.ts'
import { $now } from '../stores/clock.ts'
import { openDialog } from '../stores/dialog.ts'
import { $selected, conversationHref } from '../stores/route.ts'
import { $accounts } from '../stores/session.ts'
import { t } from '../strings.ts'
import { Icon, networkIcon } from './icon.tsx'

const mirrorWords: Record<LinkView['mirror'], string> = {
  on: t.about.mirrorOn,
  asked: t.about.mirrorAsked,
  off: t.about.mirrorOff
}

/** The network's window, where it has one. */
function Window({ until }: { until: number }) {
  const now = useStore($now)
  return until > now ? (
    <li>{t.about.windowOpen(moment(until, now))}</li>
  ) : (
    <li class="is-warning">{t.about.windowClosed}</li>
  )
}

function LinkState({ link }: { link: LinkView }) {
  const now = useStore($now)
  const { endedAt, endedBy = '', windowUntil, optedOut, mirror } = link
  if (endedAt !== undefined) {
    const by = t.about.endedBy[endedBy] ?? endedBy
    return (
      <ul class="link-facts">
        <li>{t.about.ended(by, moment(endedAt, now))}</li>
      </ul>
    )
  }
  return (
    <ul class="link-facts">
      <li>{mirrorWords[mirror]}</li>
      {windowUntil !== undefined && <Window until={windowUntil} />}
      {optedOut && <li class="is-warning">{t.about.optedOut}</li>}
    </ul>
  )
}

function LinkCard({ link }: { link: LinkView }) {
  const accounts = useStore($accounts)
  const now = useStore($now)
  const open = useStore($selected)
  const { on, display, proof, at, endedAt, earlier, conversation } = link
  return (
    <li class="link-card" data-ended={endedAt !== undefined}>
      <p class="link-head">
        <Icon name={networkIcon(on.network)} />
        <strong>{surfaceName(on, accounts)}</strong>
        <span>{display}</span>
      </p>
      <p class="quiet">
        {t.proofs[proof] ?? proof} · {moment(at, now)}
      </p>
      <LinkState link={link} />
      {conversation !== open && (
        <a href={conversationHref(conversation)}>{t.about.otherConversation}</a>
      )}
      {earlier && earlier !== open && <a href={conversationHref(earlier)}>{t.about.earlier}</a>}
      {endedAt === undefined && proof !== 'self' && (
        <button
          type="button"
          class="text-button"
          onClick={() => openDialog({ kind: 'undo', link })}
        >
          <Icon name="undo" />
          {t.about.undo}
        </button>
      )}
    </li>
  )
}

/** By which claims addresses belong to this person, and what became of each. The site's own session needs no line. */
export function LinkList({ links }: { links: readonly LinkView[] }) {
  const telling = links.filter(({ on, proof }) => on.account !== 'web' || proof !== 'self')
  if (telling.length === 0) return null
  return (
    <section class="card">
      <h3>
        <Icon name="link" />
        {t.about.links}
      </h3>
      <ul class="links">
        {telling.toReversed().map(link => (
          <LinkCard key={link.id} link={link} />
        ))}
      </ul>
    </section>
  )
}
