import { pageOf } from './page-of.ts'
import type { ClientFrame, Page } from './protocol/client-frame.ts'
import { createTimer } from './timer.ts'
import type { World } from './world.ts'

/** Typing is said at most so often, in milliseconds; each is good for six seconds. */
const TYPING_MS = 3_000

/** Several readings within this are said as one, in milliseconds. */
const READ_MS = 300

/** What the visitor looks at and does, as far as agents may know it. */
export interface Attention {
  /** The widget is open on the page, or not. */
  show(visible: boolean): void
  /** What a hello says of it, and how long it has been so: a new connection knows nothing of the one before. */
  presence(): { visible: boolean; visibleMs: number; page?: Page }
  /** Says it again, if it has changed since it was said. */
  update(): void
  typing(): void
  read(upTo: number): void
  /** A new connection knows nothing of what was read before. */
  repeat(): void
  /** The thread is another one. */
  restart(): void
}

export function createAttention(world: World, send: (frame: ClientFrame) => boolean): Attention {
  let isShown = false
  let seen: { visible: boolean; page?: Page } = { visible: false }
  let since = world.now()
  let typedAt = 0
  let readUpTo = 0
  const timer = createTimer(world)

  const look = () => {
    const visible = isShown && world.visible()
    if (visible !== seen.visible) since = world.now()
    seen = { visible, ...pageOf(world.view()) }
    return seen
  }

  const update = () => {
    const before = JSON.stringify(seen)
    if (JSON.stringify(look()) !== before) send({ type: 'presence', ...seen })
  }

  const repeat = () => {
    timer.stop()
    if (readUpTo) send({ type: 'read', upTo: readUpTo })
  }

  return {
    show(visible) {
      isShown = visible
      update()
    },
    // Never below 0, which would be no frame: clocks are put back.
    presence: () => ({ ...look(), visibleMs: Math.max(0, world.now() - since) }),
    update,
    typing() {
      if (world.now() - typedAt < TYPING_MS) return
      if (send({ type: 'typing' })) typedAt = world.now()
    },
    read(upTo) {
      if (upTo <= readUpTo) return
      readUpTo = upTo
      timer.ensure(READ_MS, repeat)
    },
    repeat,
    restart() {
      readUpTo = 0
    }
  }
}
