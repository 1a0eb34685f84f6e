import { randomBytes } from 'node:crypto'
import type { Entry } from '@segue/sdk/protocol'
import { onTestFinished } from 'vitest'
import { countAttempts } from '../../relay/src/core/attempts.ts'
import type { Channel, ChannelLimits, Outcome } from '../../relay/src/core/channel.ts'
import { openSession } from '../../relay/src/core/conversation/open-session.ts'
import { readThread } from '../../relay/src/core/conversation/read-thread.ts'
import { settleDelivery } from '../../relay/src/core/delivery/settle-delivery.ts'
import { receiveFromNetwork } from '../../relay/src/core/phone/receive-from-network.ts'
import type { Change, Ports, Watcher } from '../../relay/src/core/ports.ts'
import type { Agent, Site } from '../../relay/src/core/settings.ts'
import { openTestStore } from './store.ts'

const HOUR = 3_600_000

const whatsappLimits: ChannelLimits = {
  textLength: 4096,
  captionLength: 1024,
  buttons: 3,
  rows: 10,
  files: true,
  readReceipts: true,
  windowMs: 24 * HOUR,
  writesFirst: false,
  spacingMs: 0
}
const smsLimits: ChannelLimits = {
  textLength: 1600,
  buttons: 0,
  files: false,
  readReceipts: false,
  writesFirst: true,
  spacingMs: 0
}

const quietChannel = (network: string, limits: ChannelLimits): Channel => ({
  network,
  limits,
  send: async () => ({ kind: 'accepted', providerId: 'unused' }),
  verify: () => true,
  parse: () => [],
  accepts: 200,
  fetchFile: async ref => {
    if (ref === 'gone') throw new Error('410')
    return { bytes: new Uint8Array([1, 2, 3]), mime: 'image/png' }
  },
  // Only what a network really has: no text message shows ticks.
  ...(limits.readReceipts ? { markRead: async () => {}, showTyping: async () => {} } : {}),
  handoffLink: draft => `${network}://?text=${encodeURIComponent(draft)}`,
  address: '+46 76 600 00 00'
})

export const site: Site = {
  key: 'shop',
  name: 'Norrsken',
  origins: ['https://shop.example'],
  look: { name: 'Norrsken' },
  language: 'en',
  country: 'SE',
  mirror: 'ask',
  rating: true,
  greetings: [],
  mirrorIdleMs: 30 * 60_000,
  keepEventsMs: 365 * 24 * HOUR
}
export const anna: Agent = { id: 'anna', name: 'Anna', email: 'anna@shop.example', sites: ['shop'] }
export const stranger: Agent = { id: 'eve', name: 'Eve', email: 'eve@x.example', sites: ['other'] }

/**
 * The core in a real house: a real store, a clock that stands still, and two accounts whose networks are played by the test.
 * Closes itself when the test is over.
 */
export async function openHouse(overrides: Partial<Site> = {}) {
  const { store, files, close } = await openTestStore()
  onTestFinished(close)
  let now = Date.UTC(2026, 10, 21, 12)
  let ids = 0
  const changes: Change[] = []
  const watching = new Map<string, Watcher[]>()
  const ports: Ports = {
    store,
    files,
    publish: change => changes.push(change),
    now: () => now,
    random: {
      id: () => `id-${String(++ids).padStart(6, '0')}`,
      bytes: length => new Uint8Array(randomBytes(length))
    },
    watchers: conversation => watching.get(conversation) ?? [],
    allow: countAttempts(() => now),
    sites: new Map([['shop', { ...site, ...overrides }]]),
    accounts: new Map([
      ['wa', { id: 'wa', channel: quietChannel('whatsapp', whatsappLimits), site: 'shop' }],
      ['sms', { id: 'sms', channel: quietChannel('sms', smsLimits), site: 'shop' }]
    ]),
    agents: new Map([
      ['anna', anna],
      ['eve', stranger]
    ]),
    fileUrl: id => `https://relay.example/v1/files/${id}`,
    publicUrl: 'https://relay.example'
  }
  let received = 0

  return {
    ports,
    changes,
    /** Moves the clock on. */
    pass(ms: number) {
      now += ms
    },
    /** Says who has the widget open. */
    watch(conversation: string, watchers: Watcher[]) {
      watching.set(conversation, watchers)
    },
    /** A new visitor with the chat open. */
    visit: (page = 'https://shop.example/mug') =>
      openSession(ports, { site: ports.sites.get('shop')!, language: 'en', page: { url: page } }),
    /** Somebody writes from a phone. */
    text(account: string, from: string | string[], text: string, more: object = {}) {
      return receiveFromNetwork(ports, ports.accounts.get(account)!, [
        {
          type: 'message',
          providerId: `in-${++received}`,
          from: [from].flat(),
          text,
          files: [],
          at: now,
          ...more
        }
      ])
    },
    /** Sends everything in the outbox, each item to end as the test says. What was sent, in order. */
    async flush(
      outcome: (n: number) => Outcome = n => ({ kind: 'accepted', providerId: `out-${n}` })
    ) {
      const sent: {
        account: string
        to: string[]
        text: string
        buttons: string[]
        files: string[]
      }[] = []
      for (;;) {
        const items = await store.transaction(tx => tx.claim(now, 60_000, 10))
        if (items.length === 0) return sent
        for (const item of items) {
          const delivery = (await store.delivery(item.delivery))!
          const { text, buttons, files: attached } = delivery.content
          const address = (await store.address(delivery.address))!
          sent.push({
            account: item.account,
            to: address.names,
            text,
            buttons: buttons.map(({ id }) => id),
            files: attached.map(({ url }) => url)
          })
          await settleDelivery(ports, item, outcome(sent.length))
        }
      }
    },
    /** A thread as somebody sees it, without numbers and times: `visitor web: hello`. */
    async sees(viewer: { address: string } | { agent: Agent; conversation: string }) {
      const page =
        'agent' in viewer
          ? await readThread(
              ports,
              { kind: 'agent', agent: viewer.agent },
              { conversation: viewer.conversation }
            )
          : await readThread(ports, { kind: 'visitor', address: viewer.address }, {})
      return page.entries.map(describeEntry)
    }
  }
}

export type House = Awaited<ReturnType<typeof openHouse>>

function describeEntry(entry: Entry): string {
  switch (entry.type) {
    case 'message':
      return `${entry.from} ${entry.on.network}: ${entry.text}`
    case 'edit':
      return entry.removed ? 'removed' : `edited: ${entry.text}`
    case 'rating':
      return `rated ${entry.score} ${entry.comment ?? ''}`.trim()
    case 'receipt':
      return `receipt ${entry.on.network} ${entry.status}`
    case 'handoff':
      return `handoff ${entry.to.network} ${entry.status}`
    case 'link':
      return `link ${entry.on.network} ${entry.status} ${entry.display}`.trim()
    case 'mirror':
      return `mirror ${entry.on.network} ${entry.shown ? 'on' : 'off'} by ${entry.by}`
    case 'seen':
      return `${entry.by} ${entry.status} ${entry.upTo}`
    case 'state':
      return `state ${entry.state}`
    case 'mail':
      return `mail ${entry.status} ${entry.to} ${entry.fault ?? ''}`.trim()
    case 'hidden':
      return 'hidden'
  }
}
