import { usePanel } from '../components/context.ts'
import { useChunk } from '../components/use-chunk.ts'
import { useStore } from '../components/use-store.ts'
import { BEGINNING, endOf, goOn } from '../stores/end.ts'

function LazyTranscript({ conversation }: { conversation: string }) {
  const part = useChunk(() => import('../transcript/transcript.tsx'))
  return part ? <part.Transcript conversation={conversation} /> : null
}

/** An earlier conversation by mail, once it has ended and somebody has answered in it. Inside the panel of that conversation. */
export function EarlierCopy({ conversation: id }: { conversation: string }) {
  const { conversation } = usePanel()
  const isOffered = useStore(conversation.$session)?.transcript
  const end = endOf(goOn(BEGINNING, useStore(conversation.$thread)))
  return isOffered && end?.answered ? <LazyTranscript conversation={id} /> : null
}
