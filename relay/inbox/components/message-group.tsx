import { useStore } from '@nanostores/preact'
import type { ShownMessage } from '../fold/shown-message.ts'
import { networkName, surfaceName } from '../format/surface.ts'
import { clockTime } from '../format/time.ts'
import { $accounts, $me } from '../stores/session.ts'
import { $summary } from '../stores/thread.ts'
import { t } from '../strings.ts'
import { Icon, networkIcon } from './icon.tsx'
import { MessageBubble } from './message-bubble.tsx'

/** Who said it. A reply on its way is this agent's. */
function useAuthor({ from, name, seq }: ShownMessage): string {
  const me = useStore($me)
  const person = useStore($summary)?.name
  if (name) return name
  if (from === 'visitor') return person ?? t.authors.visitor
  return from === 'agent' && seq === undefined ? (me?.name ?? t.authors.agent) : t.authors[from]
}

/** What one author said in one go, with who, where and when above it. */
export function MessageGroup({ messages }: { messages: readonly ShownMessage[] }) {
  const first = messages[0]!
  const author = useAuthor(first)
  const accounts = useStore($accounts)
  const on = messages.find(message => message.on)?.on
  return (
    <div class={`group is-${first.from}`}>
      <p class="group-head">
        <span class="author" dir="auto">
          {author}
        </span>
        {on && (
          <span class="surface" title={surfaceName(on, accounts)}>
            <Icon name={networkIcon(on.network)} />
            {networkName(on.network)}
          </span>
        )}
        <time dateTime={new Date(first.at).toISOString()}>{clockTime(first.at)}</time>
      </p>
      {messages.map(message => (
        <MessageBubble key={message.key} message={message} />
      ))}
    </div>
  )
}
