import { useStore } from '@nanostores/preact'
import { plainText } from '@segue/sdk/marks'
import type { Summary } from '@segue/sdk/protocol'
import { networkName } from '../format/surface.ts'
import { shortMoment } from '../format/time.ts'
import { $now } from '../stores/clock.ts'
import { conversationHref } from '../stores/route.ts'
import { $me } from '../stores/session.ts'
import { t } from '../strings.ts'
import { Avatar } from './avatar.tsx'
import { Icon, networkIcon } from './icon.tsx'
import { WaitingTime } from './waiting-time.tsx'

function When({ summary }: { summary: Summary }) {
  const now = useStore($now)
  const { state, waitingSince, last, startedAt } = summary
  if (state === 'waiting' && waitingSince !== undefined) {
    return <WaitingTime since={waitingSince} words={t.list.waitingFor} />
  }
  const at = last?.at ?? startedAt
  return (
    <time class="when" dateTime={new Date(at).toISOString()}>
      {shortMoment(at, now)}
    </time>
  )
}

function LastWords({ last }: { last: Summary['last'] | undefined }) {
  if (!last) return <span class="last">{t.list.noMessage}</span>
  return (
    <span class="last">
      <Icon name={networkIcon(last.on.network)} label={networkName(last.on.network)} />
      <span class="last-text" dir="auto">
        {last.from !== 'visitor' && <span class="from-us">{t.list.reply} </span>}
        {plainText(last.text) || t.thread.notFit}
      </span>
    </span>
  )
}

function Tags({ summary: { state, agent, unread } }: { summary: Summary }) {
  const me = useStore($me)
  const isOthers = agent && agent.id !== me?.id && state !== 'closed'
  return (
    <>
      {state === 'closed' && <span class="tag">{t.list.closed}</span>}
      {isOthers && (
        <span class="tag" title={t.list.heldBy(agent.name)}>
          {agent.name}
        </span>
      )}
      {unread > 0 && (
        <span class="unread">
          <span aria-hidden="true">{t.list.count(unread)}</span>
          <span class="sr-only">{t.list.unread(unread)}</span>
        </span>
      )}
    </>
  )
}

/** One conversation: who, their last words and where, how long they wait, and what is unread. */
export function ConversationItem({ summary, isOpen }: { summary: Summary; isOpen: boolean }) {
  const { id, person, name, state, unread } = summary
  return (
    <li>
      <a
        class={`item is-${state}${unread > 0 ? ' is-unread' : ''}`}
        href={conversationHref(id)}
        aria-current={isOpen ? 'true' : undefined}
        data-item={id}
      >
        <Avatar id={person} name={name} />
        <span class="item-line">
          <span class="who" dir="auto">
            {name}
          </span>
          <When summary={summary} />
        </span>
        <span class="item-line">
          <LastWords last={summary.last} />
          <Tags summary={summary} />
        </span>
      </a>
    </li>
  )
}
