import { closeCodes } from '@segue/sdk/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestRelay, type TestRelay, testAgent } from '../../doubles/relay.ts'
import {
  type Frame,
  openDesk,
  openVisit,
  openWidget,
  openWire,
  pageCall
} from '../../doubles/wire.ts'

let relay: TestRelay
beforeAll(async () => {
  relay = await startTestRelay({ timing: { pollMs: 100, pollGoneMs: 200 } })
})
afterAll(() => relay.close())

const poll = async (frames: object[], session?: string, origin?: string) => {
  const { body } = await pageCall(relay.url, '/v1/poll', {
    body: { frames, ...(session ? { session } : {}) },
    ...(origin ? { origin } : {})
  })
  return body
}

const hello = (visit: Frame, since = 0) => ({
  ...{ type: 'hello', token: visit.token, since, visible: true }
})

describe('the long poll', () => {
  it('tells the same story as the socket', async () => {
    const story = [
      { type: 'send', cid: 'one', text: 'Hello' },
      { type: 'probe' },
      { type: 'send', cid: 'two', text: 'Again' },
      { type: 'send', cid: 'two', text: 'Different' }
    ]
    const visit = await openVisit(relay.url)
    const first = await poll([hello(visit)])
    const polled = [...first.frames]
    for (const frame of story) polled.push(...(await poll([frame], first.session)).frames)
    polled.push(...(await poll([], first.session)).frames)

    const wire = await openWire(relay.url)
    const twin = await openVisit(relay.url)
    wire.say(hello(twin))
    for (const frame of story) wire.say(frame)
    await wire.next({ type: 'error' })
    await wire.next(({ entries }) => entries?.at(-1).cid === 'two')
    wire.socket.close()

    expect(transcript(polled)).toEqual(transcript(wire.heard))
  })

  it('waits for something to say, and says it at once', async () => {
    const visit = await openVisit(relay.url)
    const { session } = await poll([hello(visit)])
    const waiting = poll([], session)
    const wire = await openWire(relay.url)
    wire.say(hello(visit))
    wire.say({ type: 'send', cid: 'x', text: 'From the other tab' })
    const { frames } = await waiting
    expect(frames).toMatchObject([{ type: 'entries', entries: [{ text: 'From the other tab' }] }])
    wire.socket.close()
  })

  it('answers with nothing when nothing happens', async () => {
    const visit = await openVisit(relay.url)
    const { session } = await poll([hello(visit)])
    expect(await poll([], session)).toEqual({ session, frames: [] })
  })

  it('lets go of a poll when another one comes', async () => {
    const slow = await startTestRelay({ timing: { pollMs: 60_000 } })
    const call = (body: object) => pageCall(slow.url, '/v1/poll', { body })
    const visit = await openVisit(slow.url)
    const { session } = (await call({ frames: [hello(visit)] })).body
    const waiting = call({ session, frames: [] })
    const second = call({ session, frames: [] })
    await Promise.race([waiting, second])
    await slow.close()
    const ends = (await Promise.all([waiting, second])).map(({ body }) => body.closed)
    expect(ends.filter(code => code === 1012)).toHaveLength(1)
  })

  it('ends as a socket would: no hello first, a bad token, a bad frame', async () => {
    expect((await poll([{ type: 'probe' }])).closed).toBe(4400)
    expect((await poll([hello({ token: 'nonsense' })])).closed).toBe(4401)
    const visit = await openVisit(relay.url)
    expect((await poll([hello(visit), { type: 'nonsense' }])).closed).toBe(4400)
    expect((await poll([hello(visit)], undefined, 'http://evil.test')).closed).toBe(4403)
  })

  it('does not know a session it never made, or that nobody polled for too long', async () => {
    expect(await poll([], 'made-up')).toMatchObject({ closed: 4408 })
    const visit = await openVisit(relay.url)
    const { session } = await poll([hello(visit)])
    const polls = async () => (await fetch(`${relay.url}/metrics`)).text()
    await expect.poll(polls).toContain('segue_connections{kind="poll"} 0')
    expect(await poll([], session)).toMatchObject({ closed: 4408 })
  })
})

/** What was said of the thread, and what was answered: each in its order. Between the two there is none. */
function transcript(frames: Frame[]) {
  const told = frames.map(withoutIds) as Frame[]
  return {
    entries: told.flatMap(({ type, entries }) => (type === 'entries' ? entries : [])),
    answers: told.filter(({ type }) => type !== 'entries')
  }
}

/** Ids, times and the conversation differ between two visitors; everything else must not. */
function withoutIds(frame: Frame): unknown {
  const ignored = new Set(['id', 'conversation', 'at', 'session'])
  return JSON.parse(JSON.stringify(frame, (key, value) => (ignored.has(key) ? undefined : value)))
}

describe('the long poll of an inbox', () => {
  const pollDesk = async (frames: object[], session?: string, origin = relay.url) =>
    pageCall(relay.url, '/v1/agent/poll', {
      body: { frames, ...(session ? { session } : {}) },
      origin
    })
  const greet = { type: 'hello', token: testAgent.token }

  it('tells the same story as its socket', async () => {
    const desk = await openDesk(relay.url)
    const visitor = await openWidget(relay.url)
    const { session } = (await pollDesk([greet])).body
    const hear = async (type: string): Promise<Frame> => {
      const { frames } = (await pollDesk([], session)).body
      return frames.find((frame: Frame) => frame.type === type) ?? hear(type)
    }
    const told = hear('summary')
    visitor.say({ type: 'send', cid: 'one', text: 'Anybody?' })
    const { summary } = await desk.next({ type: 'summary' })
    expect((await told).summary).toEqual(summary)
    const watch = { type: 'watch', conversation: summary.id, since: 0 }
    const { frames } = (await pollDesk([watch, { type: 'probe' }], session)).body
    expect(frames).toContainEqual({ type: 'pong' })
    const said = frames.find(({ type }: Frame) => type === 'entries') ?? (await hear('entries'))
    expect(said.entries).toMatchObject([{ text: 'Anybody?' }])
    visitor.socket.close()
    desk.socket.close()
  })

  it('is no visitor’s, no other page’s, and nobody’s without a token', async () => {
    const { session } = (await pollDesk([greet])).body
    expect((await poll([], session)).closed).toBe(closeCodes.timeout.code)
    expect((await pollDesk([greet], undefined, 'https://evil.example')).status).toBe(403)
    expect((await pollDesk([{ ...greet, token: 'wrong' }])).body.closed).toBe(4401)
    expect((await pollDesk([{ type: 'probe' }])).body.closed).toBe(closeCodes.badFrame.code)
  })
})
