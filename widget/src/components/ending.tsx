import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { usePanel } from './context.ts'
import { useStore } from './use-store.ts'

/** Fetched when a conversation ends, and asked once for each end. */
function LazyRating() {
  const { adopt } = usePanel()
  const [Rating, show] = useState<ComponentType | undefined>()
  useEffect(() => {
    let gone = false
    import('../rating/rating.tsx').then(
      ({ css, Rating }) => {
        adopt(css)
        if (!gone) show(() => Rating)
      },
      () => {} // Offline: nobody has to say how it went.
    )
    return () => {
      gone = true
    }
  }, [])
  return Rating ? <Rating /> : null
}

/** Asks how it went, after a conversation has ended, unless the visitor has said it before. */
export function Ending() {
  const { conversation } = usePanel()
  const asks = useStore(conversation.$session)?.rating
  const end = useStore(conversation.$end)
  return asks && end ? <Ended key={end.seq} rated={end.rated} /> : null
}

/** Stays when the score has been given: words may follow. */
function Ended({ rated }: { rated: boolean }) {
  const [isDue] = useState(!rated)
  return isDue ? <LazyRating /> : null
}
