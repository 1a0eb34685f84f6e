import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Entry } from '@segue/sdk/protocol'
import { expect, it, onTestFinished } from 'vitest'
import { startNetworks } from '../../demo/networks/networks.ts'
import { AGENT_TOKEN, agentApi, replyUntilTaken, threadOf } from '../doubles/agent-calls.ts'
import { relayProcess } from '../doubles/relay-process.ts'
import { openStubbornVisitor, type StubbornVisitor } from '../doubles/stubborn-visitor.ts'

const KILLS = 30
const VISITORS = 6
/** Nobody goes on talking for ever to somebody who does not answer. */
const MOST_WAITING = 15
/** Longer than a send is one relay's own. */
const LATER_MS = 61_000
const ORIGIN = 'https://shop.example'
const SITE = 'shop-key-for-tests'
const PHONE = '+46700000001'

/** A world with both networks and a relay that will be killed. */
async function openWorld() {
  const dir = await mkdtemp(join(tmpdir(), 'segue-kill-'))
  const networks = await startNetworks({
    pace: { retryMs: 20 },
    whatsapp: {
      phoneNumberId: '106540352242922',
      number: '+46766000000',
      accessToken: 'whatsapp-access-token',
      appSecret: 'whatsapp-app-secret',
      verifyToken: 'whatsapp-verify-token',
      name: 'Norrsken',
      webhook: ''
    },
    twilio: {
      accountSid: 'AC00000000000000000000000000000000',
      authToken: 'twilio-auth-token-32-characters-',
      from: '+46766000001',
      webhook: ''
    }
  })
  const relay = await relayProcess(dir, {
    sites: [
      {
        key: SITE,
        secret: 'site-secret-for-tests-only-32-chars',
        name: 'Norrsken',
        origins: [ORIGIN]
      }
    ],
    accounts: [
      {
        id: 'wa',
        channel: 'whatsapp-cloud',
        number: '+46766000000',
        phoneNumberId: '106540352242922',
        accessToken: 'whatsapp-access-token',
        appSecret: 'whatsapp-app-secret',
        verifyToken: 'whatsapp-verify-token',
        apiUrl: networks.url
      }
    ],
    limits: { framesPerSecond: 5000, frameBurst: 5000, requestsPerMinute: 1_000_000 },
    agents: [{ id: 'anna', name: 'Anna', email: 'anna@shop.example', token: AGENT_TOKEN }]
  })
  networks.setWebhooks({
    whatsapp: `${relay.url}/webhooks/wa`,
    twilio: `${relay.url}/webhooks/sms`
  })
  onTestFinished(async () => {
    await relay.kill()
    await networks.close()
    await rm(dir, { recursive: true, force: true })
  })
  return { networks, relay }
}

const textsOf = (entries: Entry[], from: string) =>
  entries.flatMap(entry => (entry.type === 'message' && entry.from === from ? entry.text : []))

/** Messages of a thread that the relay itself says nobody can know the fate of. */
function unknownTexts(entries: Entry[]): Set<string> {
  const unknown = new Set(
    entries.flatMap(entry =>
      entry.type === 'receipt' && entry.status === 'unknown' ? entry.message : []
    )
  )
  return new Set(
    entries.flatMap(entry => (entry.type === 'message' && unknown.has(entry.id) ? entry.text : []))
  )
}

const between = (least: number, most: number) =>
  new Promise(resolve => setTimeout(resolve, least + Math.random() * (most - least)))

it(`keeps every promise through ${KILLS} kills under load`, { timeout: 240_000 }, async () => {
  const { networks, relay } = await openWorld()
  await relay.start()
  const visitors: StubbornVisitor[] = []
  for (let n = 0; n < VISITORS; n++) {
    visitors.push(await openStubbornVisitor(relay.url, { site: SITE, origin: ORIGIN }))
  }
  onTestFinished(() => {
    for (const visitor of visitors) visitor.leave()
  })
  networks.phone.write(PHONE, 'whatsapp', { text: 'Hello from the phone' })

  let phoneThread = ''
  while (!phoneThread) {
    const list = await agentApi(relay, 'conversations')
    const { items } = (await list.json()) as { items: { id: string; last?: { text: string } }[] }
    phoneThread =
      items.find(({ id }) => visitors.every(visitor => visitor.conversation !== id))?.id ?? ''
  }

  let isOver = false
  let said = 0
  const replies: string[] = []
  const written: string[] = ['Hello from the phone']
  const load = [
    (async () => {
      while (!isOver) {
        for (const visitor of visitors) {
          if (visitor.waiting() < MOST_WAITING) visitor.say(`message ${++said}`)
        }
        await between(5, 20)
      }
    })(),
    (async () => {
      while (!isOver) {
        const text = `reply ${replies.length + 1}`
        await replyUntilTaken(relay, phoneThread, text)
        replies.push(text)
        await between(80, 160)
      }
    })(),
    (async () => {
      while (!isOver) {
        const text = `phone ${written.length}`
        networks.phone.write(PHONE, 'whatsapp', { text })
        written.push(text)
        await between(20, 80)
      }
    })()
  ]
  for (let kill = 0; kill < KILLS; kill++) {
    await between(30, 400)
    await relay.kill()
    await relay.start()
  }
  isOver = true
  await Promise.all(load)
  await Promise.all(visitors.map(visitor => visitor.settled()))
  // Once more, when nothing is waited for any longer that was on its way when the relay was killed.
  await relay.kill()
  await relay.start({ aheadMs: LATER_MS })

  for (const visitor of visitors) {
    const entries = await threadOf(relay, visitor.conversation)
    expect(entries.map(entry => entry.seq)).toEqual(entries.map((_, at) => at + 1))
    const kept = textsOf(entries, 'visitor')
    expect(kept.toSorted()).toEqual(visitor.acked().toSorted())
  }

  const onPhone = () =>
    networks.phone.screen(PHONE).chats.find(({ app }) => app === 'whatsapp')!.bubbles
  await expect
    .poll(async () => textsOf(await threadOf(relay, phoneThread), 'visitor').toSorted(), {
      timeout: 60_000
    })
    .toEqual(written.toSorted())
  await expect
    .poll(
      async () => {
        const unknown = unknownTexts(await threadOf(relay, phoneThread))
        const shown = new Set(onPhone().map(({ text }) => text))
        return replies.filter(text => !shown.has(text) && !unknown.has(text))
      },
      { timeout: 60_000 }
    )
    .toEqual([])

  const entries = await threadOf(relay, phoneThread)
  expect(entries.map(entry => entry.seq)).toEqual(entries.map((_, at) => at + 1))
  expect(textsOf(entries, 'agent').toSorted()).toEqual(replies.toSorted())
  const shown = onPhone().flatMap(({ mine, text }) => (mine ? [] : text))
  const doubled = shown.filter((text, at) => shown.indexOf(text) !== at)
  expect(doubled.filter(text => !unknownTexts(entries).has(text))).toEqual([])
  expect(said).toBeGreaterThan(KILLS * VISITORS)
})
