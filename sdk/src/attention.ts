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
  /** What a hello says of it. */
  presence(): { visible: boolean; page?: Page }
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
  let said = ''
  let typedAt = 0
  let readUpTo = 0
  const timer = createTimer(world)

  const presence = () => {
    const now = { visible: isShown && world.visible(), ...pageOf(world.view()) }
    said = JSON.stringify(now)
    return now
  }

  const update = () => {
    const before = said
    const now = presence()
    if (said !== before) send({ type: 'presence', ...now })
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
    presence,
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
