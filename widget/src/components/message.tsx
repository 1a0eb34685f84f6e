import type { ShownMessage } from '../stores/message.ts'
import { usePanel } from './context.ts'
import { Files } from './files.tsx'
import { Icon } from './icon.tsx'
import { ALERT, CHECK, CHECKS, CLOCK } from './icons.ts'
import { drawText, LazyContent } from './lazy-content.tsx'
import { useStore } from './use-store.ts'

const TICKS = { sending: CLOCK, sent: CHECK, delivered: CHECKS, read: CHECKS, failed: ALERT }

/** When, where and how far: once for a group. */
function Meta({ message }: { message: ShownMessage }) {
  const { words, $dates } = usePanel()
  const { at, via, state } = message
  const dates = useStore($dates)
  return (
    <div class="meta">
      <time dir="auto" dateTime={new Date(at).toISOString()}>
        {dates?.time(at)}
      </time>
      {via && <span> · {words.via({ network: via })}</span>}
      {state && (
        <span class={`state ${state}`}>
          <Icon path={TICKS[state]} size={16} />
          <span class="unseen">{words[state]}</span>
        </span>
      )}
    </div>
  )
}

function Failed({ message }: { message: ShownMessage }) {
  const { chat, conversation, words } = usePanel()
  const tooLong = conversation.$pending
    .get()
    .some(({ cid, error }) => cid === message.key && error === 'too_long')
  return (
    <div class="meta failed" role="status">
      <Icon path={ALERT} size={16} />
      <span>{tooLong ? words.tooLong : words.failed}</span>
      {!tooLong && (
        <button type="button" class="text" onClick={() => chat.retry(message.key)}>
          {words.tryAgain}
        </button>
      )}
      <button type="button" class="text" onClick={() => chat.discard(message.key)}>
        {words.remove}
      </button>
    </div>
  )
}

/** Who says what follows, with the picture of whoever answers. */
function AuthorLine({ name }: { name: string }) {
  const avatar = useStore(usePanel().conversation.$session, session => session?.look.avatar)
  return (
    <span class="author" aria-hidden="true">
      {avatar && <img src={avatar} alt="" width={20} height={20} />}
      <bdi>{name}</bdi>
    </span>
  )
}

interface Props {
  message: ShownMessage
  first: boolean
  last: boolean
}

/** One bubble. A group shares one name above and one time below. */
export function Message({ message, first, last }: Props) {
  const { words } = usePanel()
  const { from, name, text, files, state, changed, asks } = message
  const own = from === 'visitor'
  const side = own ? 'own' : from === 'system' ? 'system' : 'theirs'
  return (
    <div class={`message ${side}${first ? ' first' : ''}${last ? ' last' : ''}`}>
      {first && name && !own && <AuthorLine name={name} />}
      {(text || changed || files.length > 0 || !asks) && (
        <div class="bubble marked">
          <span class="unseen">{own ? words.you : (name ?? words.someone)}: </span>
          {drawText(text)}
          {changed && <p class="changed">{words[changed]}</p>}
          {files.length > 0 && <Files files={files} />}
        </div>
      )}
      {asks && <LazyContent {...asks} />}
      {state === 'failed' ? <Failed message={message} /> : last && <Meta message={message} />}
    </div>
  )
}
