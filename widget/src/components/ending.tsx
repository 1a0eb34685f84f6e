import { useState } from 'preact/hooks'
import { usePanel } from './context.ts'
import { useChunk } from './use-chunk.ts'
import { useStore } from './use-store.ts'

/** Fetched when a conversation ends, and asked once for each end. Offline nobody has to say how it went. */
function LazyRating() {
  const part = useChunk(() => import('../rating/rating.tsx'))
  return part ? <part.Rating /> : null
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
