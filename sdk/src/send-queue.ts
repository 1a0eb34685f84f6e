import type { PendingMessage } from './chat.ts'
import { frameOf, isUnderWay, type Pending, readied } from './pending.ts'
import type { ClientFrameOf } from './protocol/client-frame.ts'
import { createSendList, type SendList } from './send-list.ts'
import { createTimer } from './timer.ts'
import { uuidv7 } from './uuid.ts'
import type { World } from './world.ts'

/** A message without an acknowledgement after this is said again, in milliseconds. */
const ACK_MS = 10_000

export interface SendQueueOptions {
  world: World
  site: string
  /** Says it, if somebody listens. */
  deliver(frame: ClientFrameOf<'send'>): boolean
  changed(pending: readonly PendingMessage[]): void
}

/** What the visitor has written and is not yet in the thread. Survives a reload of the tab. */
export interface SendQueue extends Pick<SendList, 'change' | 'settle' | 'restart' | 'clear'> {
  /** Takes up what an earlier page left. True if there is anything. */
  load(): boolean
  /** Takes a message, says it if possible, and returns its `cid`. */
  send(text: string, button?: string): string
  /** Says a failed message again. */
  retry(cid: string): void
  /** Says everything again, in order, under the same names. */
  resend(): void
}

export function createSendQueue({ world, site, deliver, changed }: SendQueueOptions): SendQueue {
  const timer = createTimer(world)
  const { read, load, add, change, settle, restart, clear } = createSendList({
    shelf: world.session,
    key: `segue:${site}:sends`,
    changed(items) {
      if (!items.some(isUnderWay)) timer.stop()
      changed(items)
    }
  })

  const say = (item: Pending) => {
    if (isUnderWay(item) && deliver(frameOf(item))) timer.ensure(ACK_MS, resend)
  }

  const resend = () => {
    timer.stop()
    read().forEach(say)
  }

  return {
    load() {
      load()
      return read().length > 0
    },
    send(text, button) {
      const at = world.now()
      const cid = uuidv7(at)
      const item = readied({ cid, text, at, status: 'sending', ...(button && { button }) })
      add(item)
      say(item)
      return cid
    },
    retry(cid) {
      change(cid, readied)
      read()
        .filter(item => item.cid === cid)
        .forEach(say)
    },
    resend,
    ...{ change, settle, restart, clear }
  }
}
