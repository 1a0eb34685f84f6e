import type { PendingMessage, SendOptions } from './chat.ts'
import {
  frameOf,
  isUnderWay,
  merged,
  type Pending,
  readied,
  restored,
  UNANSWERED,
  unkept,
  unsettled,
  written
} from './pending.ts'
import type { ToldTraits } from './protocol/before.ts'
import type { ClientFrameOf } from './protocol/client-frame.ts'
import type { Entry } from './protocol/entry.ts'
import { sendsKey } from './seam.ts'
import { createTimer } from './timer.ts'
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

/**
 * What the visitor has written and is not yet in the thread, oldest first. It is on disk, one list for all tabs, and
 * so outlives them: each tab shows all of it, and any may send it, for the relay keeps what has the same name once.
 */
export interface SendQueue {
  /** Takes up what earlier pages and other tabs have left, and lets go of what those have. True if there is anything. */
  load(): boolean
  /** Takes a message, says it if possible, and returns its `cid`. */
  send(text: string, options: SendOptions): string
  /** Goes along with those that wait for it, at once; else with the next message. */
  introduce(traits: ToldTraits): void
  /** Says a failed message again. */
  retry(cid: string): void
  /** Says everything again, in order, under the same names. */
  resend(): void
  /** Makes another of the one of this name, or nothing. */
  change(cid: string, change: (item: Pending) => Pending | undefined): void
  /** The thread has been told up to these. */
  settle(entries: readonly Entry[]): void
  /** The thread is another one: what is on disk belongs to the old one. */
  restart(): void
  clear(): void
}

export function createSendQueue({ world, site, deliver, ...does }: SendQueueOptions): SendQueue {
  const key = sendsKey(site)
  const timer = createTimer(world)
  /** Those another tab has written: it may have dealt with them. Our own stay even if we alone know of them. */
  const others = new Set<string>()
  /** Those in the thread: other tabs may not have heard of it yet. */
  const settled = new Set<string | undefined>()
  let items: readonly Pending[] = []
  let last = 0
  let told: ToldTraits | undefined

  const read = () => restored(world.local.read(key))

  const show = (next: readonly Pending[]) => {
    items = next
    if (!items.some(isUnderWay)) timer.stop()
    does.changed(items)
  }

  const update = (next: readonly Pending[]) => {
    const left = merged(read(), items, next)
    world.local.write(key, left.length ? left : undefined)
    show(next)
  }

  const say = (item: Pending) => {
    if (isUnderWay(item) && deliver(frameOf(item))) timer.ensure(ACK_MS, resend)
  }

  const resend = () => {
    timer.stop()
    items.forEach(say)
  }

  const change: SendQueue['change'] = (cid, change) => {
    if (!items.some(item => item.cid === cid)) return
    const next = items.flatMap(item => (item.cid === cid ? (change(item) ?? []) : item))
    update(unsettled(next, [], last))
  }

  return {
    ...{ resend, change },
    load() {
      const left = read().filter(({ cid }) => !settled.has(cid))
      const kept = new Map(left.map(item => [item.cid, item]))
      const isOnlyHere = (item: Pending) => isUnderWay(item) && !others.has(item.cid)
      const mine = items.filter(item => item.seq || kept.has(item.cid) || isOnlyHere(item))
      for (const { cid } of items) kept.delete(cid)
      for (const cid of kept.keys()) others.add(cid)
      if (kept.size || mine.length < items.length) show([...mine, ...kept.values()])
      // Whoever wrote them says them; should that tab be gone, we do.
      if (kept.size) timer.ensure(ACK_MS, resend)
      return items.length > 0
    },
    send(text, options) {
      const item = written(text, told ? { ...options, traits: told } : options, world.now())
      told = undefined
      if (items.some(({ cid }) => cid === item.cid)) return item.cid
      update([...items, item])
      say(item)
      return item.cid
    },
    introduce(traits) {
      told = { ...told, ...traits }
      const waiting = items.filter(({ error }) => error === UNANSWERED)
      if (!waiting[0]) return
      for (const { cid } of waiting) {
        change(cid, item => readied({ ...item, traits: { ...item.traits, ...told } }))
      }
      told = undefined
      resend()
    },
    retry(cid) {
      change(cid, readied)
      items.filter(item => item.cid === cid).forEach(say)
    },
    settle(entries) {
      last = entries.at(-1)?.seq ?? last
      for (const entry of entries) if (entry.type === 'message') settled.add(entry.cid)
      const left = unsettled(items, entries, last)
      if (left.length < items.length) update(left)
    },
    restart() {
      last = 0
      update(unkept(items))
    },
    clear() {
      told = undefined
      world.local.write(key, undefined)
      show([])
    }
  }
}
