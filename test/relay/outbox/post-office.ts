import { expect, onTestFinished } from 'vitest'
import type { ChannelLimits, Outcome } from '../../../relay/src/core/channel.ts'
import type { OutboxItem } from '../../../relay/src/core/model.ts'
import type { Ports } from '../../../relay/src/core/ports.ts'
import {
  type Outbox,
  type OutboxNotice,
  type OutboxOptions,
  startOutbox
} from '../../../relay/src/outbox/index.ts'
import { scriptedChannel } from '../../doubles/channel.ts'
import { openTestStore } from '../../doubles/store.ts'

/** Ends an item the shortest way the core might: done, or at once again. */
async function settleSimply({ store, now }: Ports, item: OutboxItem, outcome: Outcome) {
  const again = outcome.kind === 'limited' || outcome.kind === 'unreachable'
  const mended = outcome.kind === 'refused' && outcome.why === 'account'
  await store.transaction(tx =>
    again || mended ? tx.postpone(item.id, now(), item.attempts + 1) : tx.settle(item.id)
  )
}

/** An outbox over a real store, with one network, a clock that stands still, and everything that happens written down. */
export async function openPostOffice(limits: Partial<ChannelLimits> = {}) {
  const { store, files, close } = await openTestStore()
  let now = 1_000_000
  let ids = 0
  const looks = new Set<() => void>()
  const changed = () => {
    for (const look of looks) look()
  }
  const channel = scriptedChannel({ limits, onSend: changed })
  const settled: { delivery: string; outcome: Outcome; attempts: number }[] = []
  const notices: OutboxNotice[] = []
  const running = new Set<Outbox>()

  const ports = {
    store,
    files,
    now: () => now,
    accounts: new Map([['pigeon', { id: 'pigeon', channel, site: 'shop' }]])
  } as unknown as Ports

  const settle: OutboxOptions['settle'] = async (with_, item, outcome) => {
    await settleSimply(with_, item, outcome)
    settled.push({ delivery: item.delivery, outcome, attempts: item.attempts })
    changed()
  }

  const addressOf = (lane: string) => ({
    id: lane,
    site: 'shop',
    account: 'pigeon',
    names: [`phone:${lane}`],
    secretHash: null,
    language: null,
    lastInboundAt: null,
    lastInboundId: null,
    lastReadId: null,
    optedOutAt: null,
    at: now
  })

  onTestFinished(async () => {
    await Promise.all([...running].map(outbox => outbox.stop()))
    await close()
  })

  return {
    ports,
    store,
    channel,
    settled,
    notices,
    /** What was sent, as texts. */
    texts: () => channel.sent.map(({ content }) => content.text),
    /** Queues a message to a lane. Its delivery's id is its text. */
    async queue(lane: string, text: string, account = 'pigeon') {
      await store.transaction(async tx => {
        if (!(await tx.address(lane))) await tx.addAddress(addressOf(lane))
        await tx.addDelivery({
          id: text,
          conversation: null,
          message: null,
          account,
          address: lane,
          content: { text, files: [], buttons: [] },
          template: null,
          status: 'queued',
          providerId: null,
          reason: null,
          insteadOf: null,
          at: now
        })
        const id = `item-${++ids}`
        await tx.enqueue({ id, delivery: text, account, lane, attempts: 0, runAt: now })
      })
    },
    open(options: Partial<OutboxOptions> = {}): Outbox {
      const tell = (notice: OutboxNotice) => {
        notices.push(notice)
        changed()
      }
      const outbox = startOutbox({ ports, settle, tell, ...options })
      running.add(outbox)
      return outbox
    },
    /** Moves the clock on. Whoever sleeps has to be woken. */
    pass(ms: number) {
      now += ms
    },
    /** Waits until nothing is due any more before `ms` have passed. */
    dueIn: (ms: number) =>
      expect.poll(async () => (await store.nextDue())! - now, { interval: 5 }).toBe(ms),
    /** Waits until something is true. */
    until: (isTrue: () => boolean) =>
      new Promise<void>((resolve, reject) => {
        const look = () => {
          if (!isTrue()) return
          clearTimeout(timer)
          looks.delete(look)
          resolve()
        }
        const timer = setTimeout(() => reject(new Error(`It never came true: ${isTrue}`)), 5000)
        looks.add(look)
        look()
      })
  }
}

/** Something the test lets happen when it wants to. */
export function gate<T = void>() {
  return Promise.withResolvers<T>()
}
