import { useStore } from '@nanostores/preact'
import { $person } from '../stores/person.ts'
import { conversationHref } from '../stores/route.ts'
import { $thread } from '../stores/thread.ts'
import { t } from '../strings.ts'
import { CartCard } from './cart-card.tsx'
import { EventLog } from './event-log.tsx'
import { Icon } from './icon.tsx'
import { JoinList } from './join-list.tsx'
import { LinkList } from './link-list.tsx'
import { PersonCard } from './person-card.tsx'
import { PresenceCard } from './presence-card.tsx'
import { TalkList } from './talk-list.tsx'

function AboutPerson() {
  const person = useStore($person)
  if (!person || person.status === 'loading') return <p class="empty">{t.loading}</p>
  if (!person.view) return <p class="empty">{t.about.failed}</p>
  return (
    <div class="about" data-scroll>
      <PersonCard person={person.view} />
      <PresenceCard />
      <CartCard />
      <LinkList links={person.view.links} />
      <JoinList joins={person.view.joins} />
      <TalkList talks={person.view.conversations} />
      <EventLog />
    </div>
  )
}

/** The third column: who this is, where they are, what they did, and by which links we know. */
export function AboutPane() {
  const thread = useStore($thread)
  return (
    <aside class="pane about-pane" aria-label={t.about.title}>
      {thread && (
        <>
          <header class="pane-head about-head">
            <a class="icon-button only-without-about" href={conversationHref(thread.id)}>
              <Icon name="back" label={t.about.back} />
            </a>
            <h2 class="pane-title">{t.about.title}</h2>
          </header>
          <AboutPerson />
        </>
      )}
    </aside>
  )
}
