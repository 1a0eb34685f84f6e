import { useStore } from '@nanostores/preact'
import type { TalkRef } from '@segue/sdk/protocol'
import { moment } from '../format/time.ts'
import { $now } from '../stores/clock.ts'
import { $selected, conversationHref } from '../stores/route.ts'
import { t } from '../strings.ts'

/** The person's other conversations, wherever they had them. */
export function TalkList({ talks }: { talks: readonly TalkRef[] }) {
  const open = useStore($selected)
  const now = useStore($now)
  const others = talks.filter(({ id }) => id !== open)
  if (others.length === 0) return null
  return (
    <section class="card">
      <h3>{t.talks.title}</h3>
      <ul class="links">
        {others.map(({ id, state, lastAt }) => (
          <li key={id}>
            <a href={conversationHref(id)}>
              {moment(lastAt, now)} · {t.talks.state[state]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
