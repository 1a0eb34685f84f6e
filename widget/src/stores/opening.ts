import type { Session } from '@segue/sdk'
import { atom, type ReadableAtom } from 'nanostores'

/** Whether somebody answers now, as far as the site has hours. */
export interface OpeningNow {
  open: boolean
  /** When that changes, by this page's clock; absent when it never does. */
  next?: number
}

/** At least this often is looked anew, in milliseconds: what was tomorrow may be today by now. */
const LOOK_MS = 3_600_000

/** Follows a site's hours: at the very moment of opening the page knows, without asking the relay. */
export function followOpening($session: ReadableAtom<Session | undefined>) {
  const $opening = atom<OpeningNow | undefined>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const stop = $session.subscribe(session => {
    const { opening } = session ?? {}
    // The page's clock may be wrong by hours; how long it takes it tells well enough.
    const behind = opening ? opening.at - Date.now() : 0
    const look = (): void => {
      clearTimeout(timer)
      if (!opening) {
        $opening.set(undefined)
        return
      }
      const { open, changes } = opening
      const now = Date.now() + behind
      const passed = changes.filter(change => change <= now).length
      const next = changes[passed]
      $opening.set({
        open: open === (passed % 2 === 0),
        ...(next !== undefined && { next: next - behind })
      })
      timer = setTimeout(look, Math.min((next ?? now + LOOK_MS) - now, LOOK_MS))
    }
    look()
  })

  return {
    $opening,
    stop(): void {
      clearTimeout(timer)
      stop()
    }
  }
}
