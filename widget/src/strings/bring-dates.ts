import type { Voice } from '../voice.ts'
import { whenIdle } from '../when-idle.ts'
import { datesIn } from './dates.ts'

/**
 * Moments can be written from now on, but not before the page is idle: `Intl` may take it longer than drawing the panel.
 * Returns the undo.
 */
export const bringDates = ({ $dates, language, words }: Voice): (() => void) =>
  whenIdle(() => $dates.get() ?? $dates.set(datesIn(language, words)))
