import { useStore } from '@nanostores/preact'
import type { ShownMessage } from '../fold/shown-message.ts'
import { networkName, surfaceName } from '../format/surface.ts'
import { clockTime } from '../format/time.ts'
import { $accounts, $me } from '../stores/session.ts'
import { $summary } from '../stores/thread.ts'
import { t } from '../strings.ts'
import { Icon, networkIcon } from './icon.tsx'

/** Who said it. A reply on its way is this agent's. */
function useAuthor({ from, name, seq }: ShownMessage): string {
  const me = useStore($me)
  const person = useStore($summary)?.name
  if (name) return name
  if (from === 'visitor') return person ?? t.authors.visitor
  return from === 'agent' && seq === undefined ? (me?.name ?? t.authors.agent) : t.authors[from]
}

/** Who says what follows, where and when. */
export function MessageHead({ message }: { message: ShownMessage }) {
  const author = useAuthor(message)
  const accounts = useStore($accounts)
  const { from, on, at } = message
  return (
    <p class={`message-head is-${from}`}>
      <span class="author" dir="auto">
        {author}
      </span>
      {on && (
        <span class="surface" title={surfaceName(on, accounts)}>
          <Icon name={networkIcon(on.network)} />
          {networkName(on.network)}
        </span>
      )}
      <time dateTime={new Date(at).toISOString()}>{clockTime(at)}</time>
    </p>
  )
}
