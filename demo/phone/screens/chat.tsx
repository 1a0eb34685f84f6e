import { Fragment, type RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { App, Bubble, Chat, Screen } from '../../networks/screen.ts'
import { read } from '../ask.ts'
import { dayOf } from '../dates.ts'
import { Avatar } from '../parts/avatar.tsx'
import { BubbleView } from '../parts/bubble.tsx'
import { Composer } from '../parts/composer.tsx'
import { BACK, Icon } from '../parts/icon.tsx'
import { tickInWords } from '../parts/ticks.tsx'
import { readableNumber } from '../phone-number.ts'
import { chatOf } from '../stores/phones.ts'
import { goTo } from '../stores/place.ts'

interface Props {
  app: App
  screen: Screen
  now: number
}

function Header({ chat }: { chat: Chat }) {
  const { app, title, number, typing } = chat
  const about = app === 'whatsapp' ? 'Business account' : 'Text message'
  return (
    <header>
      <button
        type="button"
        class="round plain"
        aria-label="Back to the chats"
        onClick={() => goTo({ at: 'list', app })}
      >
        <Icon path={BACK} size={24} />
      </button>
      <Avatar title={title} />
      <div>
        <h2>{title || readableNumber(number)}</h2>
        <p>{typing ? 'typing…' : about}</p>
      </div>
    </header>
  )
}

/** In a text app only the newest of one's own messages says how far it got. */
function LastTick({ bubbles }: { bubbles: Bubble[] }) {
  const last = bubbles.at(-1)
  return last?.mine ? <li class="last-tick">{tickInWords(last.tick)}</li> : null
}

function useReading(phone: string, { app, bubbles }: Chat) {
  // Which one, not how many: two may follow each other faster than the states that tell of them.
  const newest = bubbles.findLast(({ mine, tick }) => !mine && tick !== 'read')?.id
  useEffect(() => {
    const readNow = () => {
      if (document.visibilityState === 'visible' && newest) read({ phone, app }).catch(() => null)
    }
    readNow()
    document.addEventListener('visibilitychange', readNow)
    return () => document.removeEventListener('visibilitychange', readNow)
  }, [phone, app, newest])
}

/** Keeps the newest in view: when something is added, and when the room for it changes. */
function useNewestInView(scroll: RefObject<HTMLDivElement | null>, content: string) {
  useLayoutEffect(() => {
    const box = scroll.current!
    const follow = () => box.scrollTo({ top: box.scrollHeight })
    follow()
    const resized = new ResizeObserver(follow)
    resized.observe(box)
    return () => resized.disconnect()
  }, [content])
}

function Typing() {
  return (
    <li class="theirs typing">
      <span class="unseen">They are typing</span>
      <i />
      <i />
      <i />
    </li>
  )
}

/** Everything said, newest last and in view. */
function Talk({ phone, chat, now }: { phone: string; chat: Chat; now: number }) {
  const scroll = useRef<HTMLDivElement>(null)
  const { bubbles, app } = chat
  useReading(phone, chat)
  useNewestInView(scroll, `${bubbles.length} ${chat.typing}`)

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div ref={scroll} class="talk" role="log" aria-label="Messages" tabIndex={0}>
      <ol>
        {bubbles.map((bubble, index) => (
          <Fragment key={bubble.id}>
            {startsDay(bubbles, index) && <li class="day">{dayOf(bubble.at, now)}</li>}
            <BubbleView phone={phone} chat={chat} bubble={bubble} />
          </Fragment>
        ))}
        {app === 'messages' && <LastTick bubbles={bubbles} />}
        {chat.typing && <Typing />}
      </ol>
    </div>
  )
}

const dayKey = (bubble: Bubble | undefined) => bubble && new Date(bubble.at).toDateString()
const startsDay = (bubbles: Bubble[], index: number) =>
  dayKey(bubbles[index]) !== dayKey(bubbles[index - 1])

/** One chat, and where to write. */
export function ChatScreen({ app, screen, now }: Props) {
  const chat = chatOf(screen.chats, app)
  if (!chat) return null
  const phone = screen.owner.number
  return (
    <div class={`chat ${app}`}>
      <Header chat={chat} />
      <Talk phone={phone} chat={chat} now={now} />
      <Composer key={`${phone} ${app}`} phone={phone} chat={chat} />
    </div>
  )
}
