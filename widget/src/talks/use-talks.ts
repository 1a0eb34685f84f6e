import type { OwnTalk } from '@segue/sdk'
import { useEffect, useRef, useState } from 'preact/hooks'
import { usePanel } from '../components/context.ts'

/** Pages fetched at most for one wish to see more: a page may hold nothing. */
const MAX_PAGES = 5

interface Talks {
  known: readonly OwnTalk[]
  /** What comes after those; none before the first page is here, and after the last. */
  next?: string | undefined
  state: 'asking' | 'here' | 'lost'
}

/** The visitor's conversations, newest first, page by page. */
export function useTalks(): Talks & { more(): void } {
  const { chat } = usePanel()
  const [talks, setTalks] = useState<Talks>({ known: [], state: 'asking' })
  // What is true now: two wishes may come before the next drawing.
  const now = useRef(talks)

  const show = (next: Talks) => {
    now.current = next
    setTalks(next)
  }

  const fetch = async () => {
    let { known, next } = now.current
    show({ known, next, state: 'asking' })
    try {
      const before = known.length
      for (let page = 0; page < MAX_PAGES && known.length === before; page++) {
        const { items, next: after } = await chat.conversations(next)
        known = [...known, ...items.filter(({ id }) => !known.some(one => one.id === id))]
        next = after
        if (!next) break
      }
      show({ known, next, state: 'here' })
    } catch {
      show({ known, next, state: 'lost' })
    }
  }

  useEffect(() => void fetch(), [])
  return { ...talks, more: () => void (now.current.state !== 'asking' && fetch()) }
}
