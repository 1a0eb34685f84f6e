import { createIconMark } from './icon-mark.ts'
import { ringOnce } from './ring.ts'
import { createTitleMark } from './title-mark.ts'

/** What calls a visitor back who looks at something else. */
export interface Attention {
  /** Rings for this message, in one of the site's tabs. */
  ring(message: string): void
  /** Puts everything on the page back. */
  end(): void
}

/** Says in the tab how many answers wait while it is in the background. `icon`: on the page's icon too. */
export function createAttention(
  $unread: { subscribe(listener: (count: number) => void): () => void },
  icon: boolean
): Attention {
  const title = createTitleMark()
  const mark = icon ? createIconMark() : undefined
  let unread = 0

  const show = () => {
    const waiting = document.hidden ? unread : 0
    title.show(waiting)
    mark?.show(waiting > 0)
  }

  const stop = $unread.subscribe(count => {
    unread = count
    show()
  })
  document.addEventListener('visibilitychange', show)

  return {
    ring: ringOnce,
    end() {
      stop()
      document.removeEventListener('visibilitychange', show)
      title.show(0)
      mark?.show(false)
    }
  }
}
