import { atom } from 'nanostores'

/** Something that was done, or that did not work, shown until dismissed or, when all is well, for a while. */
export interface Notice {
  tone: 'done' | 'problem'
  text: string
}

const DONE_MS = 5000

export const $notice = atom<Notice | null>(null)

/** What a screen reader says that the eye sees for itself: a message that came in, somebody writing. */
export const $announcement = atom('')

let fading: ReturnType<typeof setTimeout> | undefined

/** Says that something was done. Goes away by itself. */
export function tellDone(text: string): void {
  clearTimeout(fading)
  $notice.set({ tone: 'done', text })
  fading = setTimeout(dismissNotice, DONE_MS)
}

/** Says that something did not work. Stays until dismissed. */
export function tellProblem(text: string): void {
  clearTimeout(fading)
  $notice.set({ tone: 'problem', text })
}

export function dismissNotice(): void {
  clearTimeout(fading)
  $notice.set(null)
}

/** Speaks to screen readers only. */
export const announce = (text: string): void => $announcement.set(text)
