import type { Card as CardOf } from '@segue/sdk'
import type { ComponentProps } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { usePanel } from '../components/context.ts'
import { Icon } from '../components/icon.tsx'
import { NEXT } from '../components/icons.ts'
import type { ContentView } from '../components/lazy-content.tsx'
import { useAnswer } from './use-answer.ts'

const isWeb = (url: string | undefined): url is string => /^https?:/i.test(url ?? '')

type Drawn = Pick<ComponentProps<ContentView>, 'id' | 'drawText'>

function Picture({ url }: { url: string }) {
  const [broken, setBroken] = useState(false)
  // Beside its title it says nothing new, and the page's CSP may forbid it.
  return broken ? null : <img src={url} alt="" loading="lazy" onError={() => setBroken(true)} />
}

function Buttons({ id, card }: { id: string; card: CardOf }) {
  const { words } = usePanel()
  const { isAnswered, give } = useAnswer(id)
  return card.buttons?.map(button =>
    'url' in button
      ? isWeb(button.url) && (
          <a
            key={button.url}
            class="act"
            href={button.url}
            target="_blank"
            rel="noopener noreferrer nofollow"
          >
            <bdi>{button.title}</bdi>
            <span class="unseen"> ({words.opensInNewTab})</span>
          </a>
        )
      : !isAnswered && (
          <button
            key={button.id}
            type="button"
            class="act"
            onClick={({ currentTarget }) =>
              give(button.title, { choice: button.id }, currentTarget)
            }
          >
            <bdi>{button.title}</bdi>
          </button>
        )
  )
}

const Card = ({ id, card, drawText }: Drawn & { card: CardOf }) => (
  <li class="card">
    {isWeb(card.image?.url) && <Picture url={card.image.url} />}
    <div class="title marked">{drawText(card.title)}</div>
    {card.text && <div class="marked">{drawText(card.text)}</div>}
    <div class="acts">
      <Buttons id={id} card={card} />
    </div>
  </li>
)

/** How far a card lies from the first one. Negative where one reads from the right. */
const placeOf = ({ children }: HTMLElement, at: number): number =>
  (children[at] as HTMLElement).offsetLeft - (children[0] as HTMLElement).offsetLeft

/** One card, or several that are looked through one by one: by swiping, by the buttons, or by arrow keys. */
export function Cards({ id, cards, drawText }: Drawn & { cards: CardOf[] }) {
  const { words } = usePanel()
  const list = useRef<HTMLUListElement>(null)
  const [at, setAt] = useState(0)
  const several = cards.length > 1

  const look = () => {
    const distances = cards.map((_, n) =>
      Math.abs(placeOf(list.current!, n) - list.current!.scrollLeft)
    )
    setAt(distances.indexOf(Math.min(...distances)))
  }
  const go = (to: number) => {
    const wanted = Math.min(Math.max(to, 0), cards.length - 1)
    list.current!.scrollTo({ left: placeOf(list.current!, wanted) })
    setAt(wanted)
  }

  return (
    <div class="cards">
      <ul
        ref={list}
        aria-label={words.place({ count: at + 1, total: String(cards.length) })}
        {...(several && { tabIndex: 0, onScroll: look })}
      >
        {cards.map((card, n) => (
          // Cards have no names of their own, and never change places.
          <Card key={n} id={id} card={card} drawText={drawText} />
        ))}
      </ul>
      {several && (
        <div class="turn">
          <button
            type="button"
            aria-label={words.previous}
            aria-disabled={at === 0}
            onClick={() => go(at - 1)}
          >
            <span class="back">
              <Icon path={NEXT} size={16} flip />
            </span>
          </button>
          <span aria-hidden="true" dir="auto">
            {words.place({ count: at + 1, total: String(cards.length) })}
          </span>
          <button
            type="button"
            aria-label={words.next}
            aria-disabled={at === cards.length - 1}
            onClick={() => go(at + 1)}
          >
            <Icon path={NEXT} size={16} flip />
          </button>
        </div>
      )}
    </div>
  )
}
