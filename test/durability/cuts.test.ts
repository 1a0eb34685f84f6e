import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Entry } from '@segue/sdk/protocol'
import { expect, it, onTestFinished } from 'vitest'
import { AGENT_TOKEN, replyUntilTaken, threadOf } from '../doubles/agent-calls.ts'
import { startCuttingProxy } from '../doubles/cutting-proxy.ts'
import { type NodeVisitor, openNodeVisitor } from '../doubles/node-visitor.ts'
import { relayProcess } from '../doubles/relay-process.ts'
import { seededRandom } from '../doubles/seeded-random.ts'

const CUTS = 1_000
/** The relay is restarted whenever so many more connections have been cut: killed, and asked to end, in turn. */
const RESTART_EVERY = 250
/** Nobody goes on talking for ever to somebody who does not answer. */
const MOST_WAITING = 8
const ORIGIN = 'https://shop.example'
const SITE = 'shop-key-for-tests'

/** Everybody whose connections will be cut: each with one tab, with two that share, or where WebSockets are refused. */
const KINDS = ['one tab', 'two tabs', 'polls', 'one tab', 'two tabs', 'polls'] as const

async function openRelay() {
  const dir = await mkdtemp(join(tmpdir(), 'segue-cuts-'))
  const relay = await relayProcess(dir, {
    sites: [
      {
        ...{ key: SITE, name: 'Norrsken', origins: [ORIGIN] },
        secret: 'site-secret-for-tests-only-32-chars'
      }
    ],
    limits: {
      ...{ framesPerSecond: 5000, frameBurst: 5000, requestsPerMinute: 1_000_000 },
      ...{ connectsPerMinute: 1_000_000, sessionsPerMinute: 1_000_000 },
      ...{ connectionsPerIp: 10_000, connectionsPerVisitor: 10_000 }
    },
    agents: [{ id: 'anna', name: 'Anna', email: 'anna@shop.example', token: AGENT_TOKEN }]
  })
  await relay.start()
  onTestFinished(async () => {
    await relay.kill()
    await rm(dir, { recursive: true, force: true })
  })
  return relay
}

const saidOf = (entries: readonly Entry[]) =>
  entries.flatMap(entry =>
    entry.type === 'message' ? `${entry.seq} ${entry.from}: ${entry.text}` : []
  )

const textsBy = (entries: readonly Entry[], from: string, who = '') =>
  entries.flatMap(entry =>
    entry.type === 'message' && entry.from === from && entry.text.startsWith(who) ? entry.text : []
  )

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** One visitor, and what each of their tabs has said. */
function openVisitor(kind: (typeof KINDS)[number], relay: string) {
  const options = { relay, site: SITE, origin: ORIGIN, onlyPolls: kind === 'polls' }
  const first = openNodeVisitor(options)
  const tabs: NodeVisitor[] = [first]
  if (kind === 'two tabs') tabs.push(openNodeVisitor({ ...options, storage: first.storage }))
  onTestFinished(() => {
    for (const { sdk } of tabs) sdk.destroy()
  })
  const spoken = tabs.map(() => [] as string[])
  return {
    tabs,
    spoken,
    conversation: () => first.record.all('session').at(-1)?.conversation ?? '',
    say() {
      for (const [at, { chat, record }] of tabs.entries()) {
        if (record.pending.length >= MOST_WAITING) continue
        const text = `tab ${at}: ${spoken[at]!.length + 1}`
        spoken[at]!.push(text)
        chat.send(text)
      }
    }
  }
}

it(`keeps both sides the same through ${CUTS} cut connections, and restarts among them`, {
  timeout: 300_000
}, async () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 32))
  const why = `Run it again with SEED=${seed}.`
  const random = seededRandom(seed)
  const relay = await openRelay()
  const way = await startCuttingProxy(Number(new URL(relay.url).port), random)
  onTestFinished(() => way.close())
  const visitors = KINDS.map(kind => openVisitor(kind, way.url))
  for (const { conversation } of visitors)
    await expect.poll(conversation, { message: why }).not.toBe('')

  let isOver = false
  const replies = visitors.map(() => [] as string[])
  const talk = visitors.map(async ({ conversation, say }, at) => {
    while (!isOver) {
      say()
      const text = `reply ${replies[at]!.length + 1}`
      await replyUntilTaken(relay, conversation(), text)
      replies[at]!.push(text)
      await pause(random() * 60)
    }
  })
  for (let restart = 1; way.cuts < CUTS; restart++) {
    while (way.cuts < restart * RESTART_EVERY) await pause(5)
    if (restart % 2) await relay.kill()
    else await relay.stop()
    await relay.start()
  }
  isOver = true
  await Promise.all(talk)
  way.rest()

  for (const [at, { conversation, tabs, spoken }] of visitors.entries()) {
    for (const { record } of tabs) {
      await expect.poll(() => record.pending, { message: why }).toEqual([])
    }
    const log = await threadOf(relay, conversation())
    expect(
      log.map(({ seq }) => seq),
      why
    ).toEqual(log.map((_, n) => n + 1))
    expect(textsBy(log, 'agent'), why).toEqual(replies[at])
    for (const [n, texts] of spoken.entries()) {
      expect(textsBy(log, 'visitor', `tab ${n}`), why).toEqual(texts)
    }
    for (const { record } of tabs) {
      await expect.poll(() => record.thread.at(-1)?.seq, { message: why }).toBe(log.length)
      expect(saidOf(record.thread), why).toEqual(
        saidOf(log.slice(log.length - record.thread.length))
      )
    }
  }
})
