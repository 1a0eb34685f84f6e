import type { App, Chat, Screen } from '../../networks/screen.ts'
import { longDay, timeOf } from '../dates.ts'
import { GEAR, Icon, LINES, SPEECH, TICKED } from '../parts/icon.tsx'
import { chatOf } from '../stores/phones.ts'
import { goTo } from '../stores/place.ts'

interface Props {
  screen: Screen
  now: number
}

const NAMES: Record<App, string> = { whatsapp: 'WhatsApp', messages: 'Messages' }
const GLYPHS: Record<App, string> = {
  whatsapp: `${SPEECH} ${TICKED}`,
  messages: `${SPEECH} ${LINES}`
}

function AppIcon({ app, chat }: { app: App; chat: Chat | undefined }) {
  const unread = chat?.unread ?? 0
  return (
    <button type="button" class="app" onClick={() => goTo({ at: 'list', app })}>
      <span class={`tile ${app}`}>
        <Icon path={GLYPHS[app]} size={38} />
        {unread > 0 && (
          <span class="badge">
            {unread}
            <span class="unseen"> unread in </span>
          </span>
        )}
      </span>
      <span class="name">{NAMES[app]}</span>
    </button>
  )
}

/** The home screen: the time, and two apps. */
export function Home({ screen, now }: Props) {
  return (
    <div class="home">
      <div class="moment">
        <p class="day">{longDay(now)}</p>
        <p class="time">{timeOf(now)}</p>
      </div>
      <div class="dock">
        <AppIcon app="messages" chat={chatOf(screen.chats, 'messages')} />
        <AppIcon app="whatsapp" chat={chatOf(screen.chats, 'whatsapp')} />
        <button type="button" class="app controls-app" onClick={() => goTo({ at: 'controls' })}>
          <span class="tile demo">
            <Icon path={GEAR} size={38} />
          </span>
          <span class="name">Demo</span>
        </button>
      </div>
    </div>
  )
}
