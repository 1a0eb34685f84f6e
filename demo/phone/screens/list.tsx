import type { App, Chat, Screen } from '../../networks/screen.ts'
import { shortMoment } from '../dates.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Ticks } from '../parts/ticks.tsx'
import { readableNumber } from '../phone-number.ts'
import { chatOf } from '../stores/phones.ts'
import { goTo } from '../stores/place.ts'

interface Props {
  app: App
  screen: Screen
  now: number
}

const TITLES: Record<App, string> = { whatsapp: 'Chats', messages: 'Messages' }

function Row({ chat, now }: { chat: Chat; now: number }) {
  const { app, title, number, bubbles, unread, typing } = chat
  const last = bubbles.at(-1)
  return (
    <li>
      <button type="button" class="row" onClick={() => goTo({ at: 'chat', app })}>
        <Avatar title={title} />
        <span class="who">{title || readableNumber(number)}</span>
        <span class="when">{last && shortMoment(last.at, now)}</span>
        <span class="last">
          {last?.mine && app === 'whatsapp' && <Ticks tick={last.tick} />}
          {typing ? 'typing…' : last?.text || (last?.file ? 'Picture' : 'No messages yet')}
        </span>
        {unread > 0 && (
          <span class="badge">
            {unread}
            <span class="unseen"> unread</span>
          </span>
        )}
      </button>
    </li>
  )
}

/** The chats of an app. There is one: the company's. */
export function ChatList({ app, screen, now }: Props) {
  const chat = chatOf(screen.chats, app)
  return (
    <div class={`list ${app}`}>
      <h2>{TITLES[app]}</h2>
      <ul>{chat && <Row chat={chat} now={now} />}</ul>
    </div>
  )
}
