import { useEffect, useRef, useState } from 'preact/hooks'
import { usePanel } from '../components/context.ts'
import { useLate } from '../components/use-late.ts'
import { useStore } from '../components/use-store.ts'
import { TalkList } from './talk-list.tsx'
import { TalkReader } from './talk-reader.tsx'

export { AfterEnd } from './after-end.tsx'
export { default as css } from './talks.css?inline'

/** What writes moments comes with what draws messages: here it may be wanted first. */
function useDates(): void {
  const panel = usePanel()
  useEffect(() => {
    import('../components/timeline.tsx').then(
      ({ bringDates }) => bringDates(panel),
      () => {} // Offline. What was said can be read without its times.
    )
  }, [panel.$dates])
}

/** The visitor's conversations: their list, or one of them. */
export function Talks() {
  const { $talks, words } = usePanel()
  useDates()
  const reading = useStore($talks)?.reading
  const late = useLate()
  const search = useState('')
  // Whoever comes back finds what they looked for, and goes on where they were.
  const from = useRef<string | undefined>(undefined)
  if (reading) from.current = reading.id
  if (!late) return <p class="note">{words.oneMoment}</p>
  return reading ? (
    <TalkReader key={reading.id} reading={reading} late={late} />
  ) : (
    <TalkList late={late} search={search} from={from.current} />
  )
}
