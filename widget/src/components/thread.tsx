import { useEffect, useRef, useState } from 'preact/hooks'
import { whenIdle } from '../when-idle.ts'
import { usePanel } from './context.ts'
import { LogBox } from './log-box.tsx'
import { useStore } from './use-store.ts'
import { Welcome } from './welcome.tsx'

// Kept for the next time a panel is opened, so that it does not open empty.
let loaded: typeof import('./timeline.tsx') | undefined

/** Fetches what draws messages. Where that fails, the caller may ask again. */
async function loadTimeline(): Promise<void> {
  loaded ??= await import('./timeline.tsx').catch(() => undefined)
}

/** A message without its marks, as far as what reads them is here: it is what draws messages. */
export const wordsOf = (text: string): string => loaded?.plainText(text) ?? text

const hasAny = (list: readonly unknown[]): boolean => list.length > 0
const isGiven = (value: unknown): boolean => value !== undefined

/** Whether there is anything in the thread but a greeting. */
function useTalk(): boolean {
  const { conversation } = usePanel()
  const rows = useStore(conversation.$timeline, hasAny)
  const typing = useStore(conversation.$typing, isGiven)
  const earlier = useStore(conversation.$earlier)
  return rows || typing || earlier
}

/**
 * The conversation. Whoever opens the chat for the first time is greeted; what draws messages is fetched when the
 * page is idle, or with the first of them.
 */
export function Thread() {
  const { $news, adopt, conversation } = usePanel()
  const talk = useTalk()
  const connection = useStore(conversation.$connection)
  const [, redraw] = useState(loaded)
  const live = useRef<number | undefined>(undefined)
  // Once drawn it stays: nothing is to lose its place.
  const stays = useRef(false)

  useEffect(() => {
    if (loaded) return undefined
    const load = () => void loadTimeline().then(() => redraw(loaded))
    return talk ? load() : whenIdle(load)
    // Offline it could not be had: then the connection will change.
  }, [talk, connection])

  useEffect(
    () =>
      $news.listen(news => {
        live.current ??= news.at(-1)?.seq
      }),
    []
  )

  stays.current ||= talk && !!loaded
  if (loaded && stays.current) {
    adopt(loaded.css)
    return <loaded.Timeline live={live.current} />
  }
  return (
    <div class="timeline">
      <LogBox>{!talk && <Welcome />}</LogBox>
    </div>
  )
}
