import { useStore } from '@nanostores/preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Row } from '../stores/timeline.ts'
import { usePanel } from './context.ts'
import { Icon } from './icon.tsx'
import { DOWN } from './icons.ts'
import { Message } from './message.tsx'
import { Note } from './note.tsx'
import { Offer } from './offer.tsx'
import { QuickReplies } from './quick-replies.tsx'
import { Typing } from './typing.tsx'
import { useAnchor, useFollowing } from './use-following.ts'
import { useWindow } from './use-window.ts'
import { Welcome } from './welcome.tsx'

// Nearer to the top than this, the reader wants more, in CSS pixels.
const NEAR_TOP = 80

function ShownRow({ row }: { row: Row }) {
  const { dates } = usePanel()
  switch (row.type) {
    case 'day':
      return <div class="day">{dates.day(row.at, Date.now())}</div>
    case 'note':
      return <Note note={row.note} />
    case 'offer':
      return <Offer to={row.to} />
    case 'message':
      return <Message {...row} />
  }
}

/** Says that the newest has been read, whenever that is true. */
function useReading(following: boolean, unread: number): void {
  const { conversation } = usePanel()
  useEffect(() => {
    const read = () => {
      if (following && document.visibilityState === 'visible') conversation.readAll()
    }
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  }, [following, unread])
}

/** The conversation, as far as it is drawn. */
export function Timeline() {
  const { conversation, words } = usePanel()
  const rows = useStore(conversation.$timeline)
  const unread = useStore(conversation.$unread)
  const earlier = useStore(conversation.$earlier)
  const fetching = useStore(conversation.$fetching)
  const typing = useStore(conversation.$typing)
  const box = useRef<HTMLDivElement>(null)
  const scroll = useFollowing(box)
  const { following, follow, toBottom, onScroll } = scroll
  const { drawn, above, drawMore } = useWindow(rows, following)
  useAnchor(box, drawn, scroll)
  useReading(following, unread)

  const showMore = async () => {
    if (fetching) return
    follow(false)
    if (!above) await conversation.fetchEarlier()
    drawMore()
  }

  return (
    <div class="timeline">
      <div
        ref={box}
        class="log"
        role="log"
        aria-live="off"
        aria-label={words.messages}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse it could not be scrolled (WCAG 2.1.1).
        tabIndex={0}
        onScroll={() => {
          onScroll()
          if ((above || earlier) && box.current!.scrollTop < NEAR_TOP) showMore()
        }}
      >
        {(above || earlier) && (
          <button type="button" class="text more" onClick={showMore}>
            {fetching ? words.oneMoment : words.earlier}
          </button>
        )}
        {!rows.length && <Welcome />}
        {drawn.map(row => (
          <ShownRow key={row.key} row={row} />
        ))}
        {typing !== undefined && <Typing name={typing} />}
        <QuickReplies rows={rows} />
      </div>
      {!following && unread > 0 && (
        <button type="button" class="newer" onClick={toBottom}>
          <Icon path={DOWN} size={16} />
          {words.newMessages(unread)}
        </button>
      )}
    </div>
  )
}
