import { useEffect } from 'preact/hooks'
import { datesIn } from '../strings/dates.ts'
import { whenIdle } from '../when-idle.ts'
import { usePanel } from './context.ts'

/** Moments can be written from now on, but not before the page is idle: `Intl` may take it longer than drawing the panel. */
export function useBringDates(): void {
  const { $dates, language, words } = usePanel()
  useEffect(
    () => whenIdle(() => $dates.get() ?? $dates.set(datesIn(language, words))),
    [$dates, language, words]
  )
}
