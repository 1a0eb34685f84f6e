import { useState } from 'preact/hooks'
import type { PushOffer } from '../push/push-browser.ts'
import { usePanel } from './context.ts'
import { useChunk } from './use-chunk.ts'
import { useStore } from './use-store.ts'

/** Fetched when a conversation ends, and asked once for each end. Offline nobody has to say how it went. */
function LazyRating() {
  const part = useChunk(() => import('../rating/rating.tsx'))
  return part ? <part.Rating /> : null
}

function LazyTranscript() {
  const part = useChunk(() => import('../transcript/transcript.tsx'))
  return part ? <part.Transcript /> : null
}

/** How to go on, out of the chunk that shows the visitor's conversations. */
function LazyAfterEnd() {
  const part = useChunk(() => import('../talks/talks.tsx'))
  return part ? <part.AfterEnd /> : null
}

/**
 * After a conversation has ended: asks how it went, unless the visitor has said it before, offers a copy by mail, and says
 * how to go on.
 */
export function Ending() {
  const { conversation } = usePanel()
  const session = useStore(conversation.$session)
  const end = useStore(conversation.$end)
  if (!end) return null
  return (
    <>
      {session?.rating && <Ended key={end.seq} rated={end.rated} />}
      {session?.transcript && end.answered && <LazyTranscript key={`mail-${end.seq}`} />}
      <LazyAfterEnd />
    </>
  )
}

/** Stays when the score has been given: words may follow. */
function Ended({ rated }: { rated: boolean }) {
  const [isDue] = useState(!rated)
  return isDue ? <LazyRating /> : null
}

function LazyPush({ offer }: { offer: PushOffer }) {
  const part = useChunk(() => import('../push/push.tsx'))
  return part ? <part.Push offer={offer} /> : null
}

/** Whether this browser can be told of anything, and has not been forbidden to. Without TLS it knows no service workers. */
const canBeTold = (): boolean =>
  'PushManager' in window && 'serviceWorker' in navigator && Notification.permission !== 'denied'

/** Offers to tell of answers, where the site can, and no phone is told of them already. */
export function Telling() {
  const { conversation } = usePanel()
  const offer = useStore(conversation.$session, session => session?.push)
  const linked = useStore(conversation.$links, links => links.length > 0)
  return offer && !linked && canBeTold() ? <LazyPush offer={offer} /> : null
}
