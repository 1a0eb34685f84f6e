import { useStore } from '@nanostores/preact'
import type { Summary } from '@segue/sdk/protocol'
import { $pane, aboutHref } from '../stores/route.ts'
import { $me } from '../stores/session.ts'
import { $summary } from '../stores/thread.ts'
import { t } from '../strings.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import { ThreadActions } from './thread-actions.tsx'
import { useFocusOnArrival } from './use-focus-along.ts'
import { WaitingTime } from './waiting-time.tsx'

/** Who has the conversation, or for how long nobody has answered. */
function Holder({ summary }: { summary: Summary }) {
  const me = useStore($me)
  const { state, agent, waitingSince } = summary
  if (state === 'closed') return <span>{t.list.closed}</span>
  const holder = agent && (agent.id === me?.id ? t.thread.yours : t.list.heldBy(agent.name))
  return (
    <>
      {state === 'waiting' && waitingSince !== undefined && (
        <WaitingTime since={waitingSince} words={t.thread.waiting} />
      )}
      <span>{holder ?? (state === 'open' ? t.thread.open : t.thread.unclaimed)}</span>
    </>
  )
}

/** Whom one talks with, and what one can do about it. */
export function ThreadHead({ conversation }: { conversation: string }) {
  const summary = useStore($summary)
  const isAbout = useStore($pane) === 'about'
  const title = useFocusOnArrival(conversation)
  return (
    <header class="pane-head thread-head">
      <a class="icon-button only-narrow" href="#/">
        <Icon name="back" label={t.thread.back} />
      </a>
      {summary && <Avatar id={summary.person} name={summary.name} />}
      <div class="thread-who">
        <h2 class="pane-title" tabIndex={-1} ref={title} dir="auto">
          {summary?.name ?? '…'}
        </h2>
        <p class="thread-state">{summary && <Holder summary={summary} />}</p>
      </div>
      {summary && <ThreadActions summary={summary} />}
      <a
        class="icon-button only-without-about"
        href={aboutHref(conversation)}
        aria-current={isAbout ? 'true' : undefined}
      >
        <Icon name="person" label={t.thread.about} />
      </a>
    </header>
  )
}
