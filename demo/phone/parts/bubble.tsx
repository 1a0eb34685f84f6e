import type { Bubble, Chat } from '../../networks/screen.ts'
import { tap } from '../ask.ts'
import { timeOf } from '../dates.ts'
import { followTappedLink } from '../open-link.ts'
import { Said } from './said.tsx'
import { Ticks } from './ticks.tsx'

interface Props {
  phone: string
  chat: Chat
  bubble: Bubble
}

function Attachment({ bubble }: { bubble: Bubble }) {
  if (!bubble.file) return null
  const { id, name, mime } = bubble.file
  const url = `/phone/api/files/${encodeURIComponent(id)}`
  return mime.startsWith('image/') ? (
    <img class="picture" src={url} alt={bubble.text || name || 'Picture'} />
  ) : (
    <a class="document" href={url} target="_blank" rel="noopener">
      {name || 'Document'}
    </a>
  )
}

/** What may be tapped under a message. */
function Actions({ phone, chat, bubble }: Props) {
  const { buttons, link, tapped } = bubble
  return (
    <>
      {buttons?.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          class="reply"
          disabled={tapped !== undefined}
          onClick={() => tap({ phone, app: chat.app }, bubble.id, id)}
        >
          {title}
        </button>
      ))}
      {link && (
        <a class="reply" href={link.url} target="_blank" rel="noopener" onClick={followTappedLink}>
          {link.title}
        </a>
      )}
    </>
  )
}

/** One message: what was said, when, and how far it got. */
export function BubbleView({ phone, chat, bubble }: Props) {
  return (
    <li class={bubble.mine ? 'mine' : 'theirs'}>
      <div class="bubble">
        <span class="unseen">{bubble.mine ? 'You: ' : `${chat.title || 'They'}: `}</span>
        <Attachment bubble={bubble} />
        <div class="said" dir="auto">
          <Said text={bubble.text} marks={chat.app === 'whatsapp'} />
          <span class="meta">
            {timeOf(bubble.at)}
            {bubble.mine && chat.app === 'whatsapp' && <Ticks tick={bubble.tick} />}
          </span>
        </div>
      </div>
      <Actions phone={phone} chat={chat} bubble={bubble} />
    </li>
  )
}
