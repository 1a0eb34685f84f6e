import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { refusal } from '../doubles/relay-peer.ts'
import { batches, stored } from '../doubles/stored-events.ts'
import { pass, turnPage, visit } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

type Peer = ReturnType<typeof visit>['peer']

const sessions = ({ calls }: Peer) =>
  calls.filter(({ path }) => path === 'session').map(({ body }) => body)

/** All that the browser has stored. */
const kept = ({ local, session }: ReturnType<typeof visit>['tab']) =>
  JSON.stringify([...local.kept, ...session.kept])

/** A relay that takes these tokens, each for the user it begins with: `u1-…`. */
function checkTokens(peer: Peer, good: ReadonlySet<string>) {
  const { session, batch } = peer.answers
  const refuses = (token: unknown) =>
    token !== undefined && !good.has(String(token)) ? refusal(401, 'user_token_expired') : undefined
  let owner: string | undefined
  peer.answers.session = async call => {
    const { userToken, visitor } = call.body
    const user = userToken === undefined ? undefined : String(userToken).split('-')[0]
    const isOpen = owner === undefined || owner === user
    const reply = () =>
      session!(isOpen ? call : { ...call, body: { ...call.body, visitor: undefined } })
    if (visitor === undefined || isOpen) owner = user
    return refuses(userToken) ?? { ...(await reply()), ...(user && { user }) }
  }
  peer.answers.batch = call => refuses(call.body.userToken) ?? batch!(call)
}

describe('a user’s token', () => {
  it('goes with the session and with events, and is stored nowhere', async () => {
    const { peer, sdk, chat, tab } = visit({ consent: 'granted' })
    sdk.setUserToken('u1-token')
    sdk.identify('u1')
    chat.open()
    await pass(4_000)
    expect(sessions(peer)).toMatchObject([{ userToken: 'u1-token' }])
    expect(batches(peer)[0]).toMatchObject({ userToken: 'u1-token' })
    expect(batches(peer)[0]!.anonymousId).toBe(stored(peer)[0]!.anonymousId)
    expect(kept(tab)).not.toContain('u1-token')
    expect(peer.calls.map(({ search }) => search).join()).not.toContain('u1-token')
  })

  it('given as a function is asked for once, and once more when it was refused', async () => {
    const { peer, sdk, chat, record } = visit()
    checkTokens(peer, new Set(['u1-fresh']))
    const ask = vi.fn(async () => (ask.mock.calls.length > 1 ? 'u1-fresh' : 'u1-old'))
    sdk.setUserToken(ask)
    chat.open()
    await pass()
    expect(ask).toHaveBeenCalledTimes(2)
    expect(sessions(peer).map(({ userToken }) => userToken)).toEqual(['u1-old', 'u1-fresh'])
    expect(record.status).toBe('online')
  })

  it('that stays refused is an error to the chat; events go without it', async () => {
    const { peer, sdk, chat, record } = visit({ consent: 'granted' })
    checkTokens(peer, new Set())
    const errors: string[] = []
    sdk.on('error', ({ code }) => errors.push(code))
    const ask = vi.fn(() => 'u1-old')
    sdk.setUserToken(ask)
    sdk.track('Seen')
    await sdk.flush()
    expect(errors).toEqual(['user_token_expired'])
    expect(batches(peer).map(({ userToken }) => userToken)).toEqual(['u1-old', 'u1-old', undefined])
    chat.open()
    await pass()
    expect(record.all('error').map(({ code }) => code)).toEqual(['user_token_expired'])
  })

  it('that the page cannot get is an error, and no exception', async () => {
    const { peer, sdk } = visit({ consent: 'granted' })
    const errors: string[] = []
    sdk.on('error', ({ code }) => errors.push(code))
    sdk.setUserToken(() => Promise.reject(new Error('offline')))
    sdk.track('Seen')
    await sdk.flush()
    expect(errors).toEqual(['user_token_missing'])
    expect(stored(peer)).toHaveLength(1)
  })

  it('may be the hash of the user’s id', async () => {
    const { peer, sdk, chat } = visit()
    sdk.setUserToken({ userId: 'u1', userHash: 'abc' })
    chat.open()
    await pass()
    expect(sessions(peer)).toMatchObject([{ userId: 'u1', userHash: 'abc' }])
  })

  it('given while the chat is open takes the chat to the user', async () => {
    const { peer, sdk, chat, record } = visit()
    chat.open()
    await pass()
    sdk.setUserToken('u1-token')
    await pass()
    expect(sessions(peer).map(({ userToken }) => userToken)).toEqual([undefined, 'u1-token'])
    expect(record.status).toBe('online')
  })
})

describe('a user’s visitor', () => {
  /** Signed in, with a live conversation, on the next page. */
  async function nextPage() {
    const visitor = visit()
    checkTokens(visitor.peer, new Set(['u1-token', 'u2-token']))
    visitor.sdk.setUserToken('u1-token')
    visitor.chat.open()
    await pass()
    visitor.chat.send('Hi')
    await pass()
    const next = await turnPage(visitor)
    return { ...visitor, next }
  }

  it('waits on the next page until the page says who the user is', async () => {
    const { peer, next } = await nextPage()
    expect(next.chat.resume()).toBe(false)
    await pass(60_000)
    expect(sessions(peer)).toHaveLength(1)
    next.sdk.setUserToken('u1-token')
    await pass()
    expect(sessions(peer)[1]).toMatchObject({ visitor: 'v1', userToken: 'u1-token' })
    expect(next.record.status).toBe('online')
  })

  it('waits a moment when it is opened, and then is nobody known', async () => {
    const { peer, next } = await nextPage()
    next.chat.open()
    await pass(1_000)
    expect(sessions(peer)).toHaveLength(1)
    await pass(3_000)
    expect(sessions(peer)[1]).not.toHaveProperty('userToken')
    expect(next.record.status).toBe('online')
  })

  it('leaves nothing to the next user: not their unsent messages either', async () => {
    const { next, ...visited } = await nextPage()
    const { peer } = visited
    peer.is.sockets = 'never'
    next.sdk.setUserToken('u1-token')
    next.chat.open()
    next.chat.send('Only for me')
    await pass(500)
    next.sdk.destroy()
    peer.is.sockets = 'yes'
    const other = await turnPage({ ...visited, sdk: next.sdk })
    other.sdk.setUserToken('u2-token')
    other.chat.open()
    await pass(5_000)
    expect(sessions(peer).at(-1)).toMatchObject({ userToken: 'u2-token' })
    expect(peer.heard.some(frame => frame.type === 'send' && frame.text === 'Only for me')).toBe(
      false
    )
  })

  it('is forgotten by reset: what waits goes with the proof, and then nothing is left', async () => {
    const { peer, sdk, chat, tab } = visit({ consent: 'granted' })
    sdk.setUserToken('u1-token')
    chat.open()
    await pass()
    sdk.track('Last')
    sdk.reset()
    await pass(4_000)
    expect(batches(peer).at(-1)).toMatchObject({ userToken: 'u1-token' })
    sdk.track('Somebody new')
    chat.open()
    await pass(4_000)
    expect(sessions(peer).at(-1)).not.toHaveProperty('userToken')
    expect(sessions(peer).at(-1)).not.toHaveProperty('visitor')
    expect(batches(peer).at(-1)).not.toHaveProperty('userToken')
    expect(kept(tab)).not.toContain('v1')
  })
})
