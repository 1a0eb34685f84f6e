import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { refusal } from '../doubles/relay-peer.ts'
import { pass, visitAndOpen } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const page = { url: 'https://shop.example/shop', title: 'Shop' }

/** A number from one to another, both included. */
const between = (least: number, most: number) =>
  expect.toSatisfy((value: number) => value >= least && value <= most)

describe('attention', () => {
  it('tells when the open widget can be seen, and only when that changes', async () => {
    const { peer, tab, chat } = await visitAndOpen()
    chat.show(true)
    chat.show(true)
    tab.is.visible = false
    tab.happens('visibilitychange')
    await pass()
    expect(peer.heard.slice(1)).toEqual([
      { type: 'presence', visible: true, visibleMs: 0, page },
      { type: 'presence', visible: false, visibleMs: 0, page }
    ])
  })

  it('says again on a new connection how long the widget has been seen, or not', async () => {
    const { peer, chat } = await visitAndOpen()
    const hellos = () => peer.heard.filter(({ type }) => type === 'hello')
    const comeBack = async () => {
      peer.cut()
      await pass(1_000)
      return hellos().at(-1)
    }
    await pass(60_000)
    chat.show(true)
    await pass(5_000)
    chat.show(true)
    expect(await comeBack()).toMatchObject({ visible: true, visibleMs: between(5_000, 6_000) })
    expect(await comeBack()).toMatchObject({ visible: true, visibleMs: between(6_000, 7_000) })
    chat.show(false)
    expect(await comeBack()).toMatchObject({ visible: false, visibleMs: between(0, 1_000) })
    expect(hellos()).toHaveLength(4)
  })

  it('never says less than nothing when the clock is put back', async () => {
    const { peer, chat } = await visitAndOpen()
    chat.show(true)
    vi.setSystemTime(Date.now() - 3_600_000)
    peer.cut()
    await pass(1_000)
    expect(peer.heard.at(-1)).toMatchObject({ type: 'hello', visibleMs: 0 })
  })

  it('tells which page the visitor is on', async () => {
    const { peer, tab, sdk } = await visitAndOpen()
    tab.is.path = '/cart'
    sdk.page()
    await pass()
    expect(peer.heard.at(-1)).toMatchObject({ page: { url: 'https://shop.example/cart' } })
  })

  it('says every three seconds that the visitor types', async () => {
    const { peer, chat } = await visitAndOpen()
    for (let n = 0; n < 10; n++) {
      chat.typing()
      await pass(500)
    }
    expect(peer.heard.filter(({ type }) => type === 'typing')).toHaveLength(2)
  })

  it('does not take for said what nobody could hear', async () => {
    const { peer, tab, chat } = await visitAndOpen()
    tab.is.chance = 1
    peer.cut()
    await pass()
    chat.typing()
    await pass(600)
    chat.typing()
    await pass()
    expect(peer.heard.map(({ type }) => type)).toEqual(['hello', 'hello', 'typing'])
  })

  it('says several readings as one, and says the last one again on a new connection', async () => {
    const { peer, chat } = await visitAndOpen()
    for (const upTo of [1, 3, 2]) chat.read(upTo)
    await pass(1_000)
    peer.cut()
    await pass(1_000)
    expect(peer.heard.filter(({ type }) => type === 'read')).toEqual([
      { type: 'read', upTo: 3 },
      { type: 'read', upTo: 3 }
    ])
  })

  it('passes on that an agent types', async () => {
    const { peer, record } = await visitAndOpen()
    peer.publish({ type: 'typing', name: 'Bo' })
    peer.publish({ type: 'typing' })
    await pass()
    expect(record.all('typing')).toEqual([{ name: 'Bo' }, {}])
  })
})

describe('asking', () => {
  it('offers handoffs, confirms numbers and stops a mirror in the visitor’s name', async () => {
    const { peer, chat } = await visitAndOpen()
    const offer = { id: 'h1', code: 'K7Q2-M9XD' }
    Object.assign(peer.answers, {
      handoffs: () => offer,
      'handoffs/h1/opened': () => new Response(null, { status: 204 }),
      numbers: () => Response.json({ id: 'h2' }, { status: 202 }),
      mirror: () => new Response(null, { status: 204 })
    })
    await expect(chat.offerHandoff('wa')).resolves.toEqual(offer)
    chat.openedHandoff('h1')
    await expect(chat.confirmNumber('sms', '070 1740605')).resolves.toBe('h2')
    await chat.stopMirror('l1')

    const asked = peer.calls.slice(1)
    expect(asked.map(({ path, body }) => [path, body])).toEqual([
      ['handoffs', { account: 'wa' }],
      ['handoffs/h1/opened', {}],
      ['numbers', { account: 'sms', number: '070 1740605', consent: true }],
      ['mirror', { link: 'l1', shown: false }]
    ])
    expect(new Set(asked.map(({ headers }) => headers.get('authorization')))).toEqual(
      new Set(['Bearer t1'])
    )
  })

  it('says why the relay refused', async () => {
    const { peer, chat } = await visitAndOpen()
    peer.answers.handoffs = () => refusal(422, 'unknown_account')
    await expect(chat.offerHandoff('fax')).rejects.toMatchObject({
      name: 'RelayError',
      code: 'unknown_account',
      status: 422,
      message: 'Refused: unknown_account'
    })
  })

  it('takes what is no JSON for the answer of somebody else', async () => {
    const { peer, chat } = await visitAndOpen()
    peer.answers.handoffs = () => new Response('<h1>Sign in to this network</h1>')
    await expect(chat.offerHandoff('wa')).rejects.toMatchObject({ code: 'unreachable', status: 0 })
    peer.answers.handoffs = () => new Response('<h1>Forbidden</h1>', { status: 403 })
    await expect(chat.offerHandoff('wa')).rejects.toMatchObject({ code: 'http_403', status: 403 })
  })

  it('never asks twice to text a number', async () => {
    const { peer, chat } = await visitAndOpen()
    peer.answers.numbers = () => refusal(503, 'unavailable')
    await expect(chat.confirmNumber('sms', '070')).rejects.toMatchObject({ status: 503 })
    expect(peer.calls.filter(({ path }) => path === 'numbers')).toHaveLength(1)
  })
})

describe('leaving', () => {
  it('ends every timer, listener and connection', async () => {
    const { peer, tab, sdk, chat } = await visitAndOpen()
    sdk.consent('granted')
    sdk.track('Product Viewed')
    chat.show(true)
    chat.typing()
    chat.read(1)
    chat.send('Hello')
    await pass()
    expect(tab.leftovers()).toBeGreaterThan(0)
    sdk.destroy()
    await pass()

    expect(tab.leftovers()).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
    expect(peer.sockets.some(({ isOpen }) => isOpen)).toBe(false)
  })

  it('stays away after that, whatever is called', async () => {
    const { peer, tab, sdk, chat } = await visitAndOpen()
    sdk.destroy()
    const calls = peer.calls.length
    chat.open()
    chat.send('Anyone?')
    sdk.track('Product Viewed')
    tab.happens('online')
    await pass(60_000)
    expect(peer.calls).toHaveLength(calls)
    expect(tab.leftovers()).toBe(0)
  })

  it('closes and can be opened again', async () => {
    const { peer, chat, record } = await visitAndOpen()
    chat.send('Hello')
    await pass()
    chat.close()
    expect(record.status).toBe('idle')
    peer.message('agent', 'Still there?')
    chat.open()
    await pass()
    expect(record.thread).toEqual(peer.log.entries)
  })

  it('leaves nothing of the visitor after signing out', async () => {
    const { peer, tab, sdk, chat, record } = await visitAndOpen()
    chat.send('Hello')
    await pass()
    peer.is.reachable = false
    peer.cut()
    chat.send('Not sent')
    sdk.reset()

    expect(record).toMatchObject({ status: 'idle', thread: [], pending: [] })
    expect(JSON.stringify([...tab.local.kept, ...tab.session.kept])).not.toMatch(/v1|s1|Not sent/)
    peer.is.reachable = true
    chat.open()
    await pass()
    expect(peer.calls.at(-1)!.body).not.toHaveProperty('visitor')
  })
})
