import type { PendingMessage } from './chat.ts'
import { frameOf, isUnderWay, type Pending, readied, restored, unsettled } from './pending.ts'
import type { ClientFrameOf } from './protocol/client-frame.ts'
import type { Entry } from './protocol/entry.ts'
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

/** What the visitor has written and is not yet in the thread, oldest first. Survives a reload of the tab. */
export interface SendQueue {
  /** Takes up what an earlier page left. True if there is anything. */
  load(): boolean
  /** Takes a message, says it if possible, and returns its `cid`. */
  add(text: string, button?: string): string
  /** Makes another of the one of this name, or nothing. */
  change(cid: string, change: (item: Pending) => Pending | undefined): void
  /** Says a failed message again. */
  retry(cid: string): void
  /** Says everything again, in order, under the same names. */
  resend(): void
  /** The thread has been told up to these. */
  settle(entries: readonly Entry[]): void
  /** The thread is another one: what was acknowledged belongs to the old one. */
  restart(): void
  clear(): void
}

export function createSendQueue({ world, site, deliver, changed }: SendQueueOptions): SendQueue {
  const key = `segue:${site}:sends`
  let items: readonly Pending[] = []
  let last = 0
  let stopWaiting: (() => void) | undefined

  const stop = () => {
    stopWaiting?.()
    stopWaiting = undefined
  }

  const say = (item: Pending) => {
    if (isUnderWay(item) && deliver(frameOf(item))) stopWaiting ??= world.after(ACK_MS, resend)
  }

  const resend = () => {
    stop()
    items.forEach(say)
  }

  const update = (next: readonly Pending[]) => {
    items = next
    const unkept = items.filter(({ seq }) => !seq)
    world.session.write(key, unkept.length ? unkept : undefined)
    if (!items.some(isUnderWay)) stop()
    changed(items)
  }

  const settle = (entries: readonly Entry[]) => {
    last = entries.at(-1)?.seq ?? last
    const left = unsettled(items, entries, last)
    if (left.length < items.length) update(left)
  }

  const change: SendQueue['change'] = (cid, change) => {
    if (!items.some(item => item.cid === cid)) return
    update(items.flatMap(item => (item.cid === cid ? (change(item) ?? []) : item)))
    settle([])
  }

  return {
    load() {
      const kept = items.length ? [] : restored(world.session.read(key))
      if (kept.length) update(kept)
      return items.length > 0
    },
    add(text, button) {
      const at = world.now()
      const item = readied({
        cid: uuidv7(at),
        text,
        at,
        status: 'sending',
        ...(button && { button })
      })
      update([...items, item])
      say(item)
      return item.cid
    },
    change,
    retry(cid) {
      change(cid, readied)
      items.filter(item => item.cid === cid).forEach(say)
    },
    resend,
    settle,
    restart() {
      last = 0
      update(items.filter(({ seq }) => !seq))
    },
    clear: () => update([])
  }
}
