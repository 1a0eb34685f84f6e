import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestRelay, type TestRelay } from '../../doubles/relay.ts'
import { signUser } from '../../doubles/user-tokens.ts'
import { agentCall, openDesk, openWidget, pageCall } from '../../doubles/wire.ts'

let relay: TestRelay
beforeAll(async () => {
  relay = await startTestRelay()
})
afterAll(() => relay.close())

it('an open inbox sees at once that a browser became a user’s, and that an agent took it from them', async () => {
  const visitor = await openWidget(relay.url)
  visitor.say({ type: 'send', cid: '1', text: 'hi' })
  await visitor.next({ type: 'ack' })
  const { conversation, ...session } = visitor.visit
  const desk = await openDesk(relay.url)
  const watch = async () => {
    const { body } = await agentCall(relay.url, `/conversations/${conversation}`)
    desk.say({ type: 'watch', conversation, since: body.seq })
    await desk.next({ type: 'entries', conversation })
    return body
  }
  const before = await watch()
  expect(before.user).toBeUndefined()

  const userToken = await signUser({ sub: 'u1' })
  const { visitor: id, secret } = session
  await pageCall(relay.url, '/v1/session', {
    body: { site: 'shop', visitor: id, secret, userToken }
  })
  await desk.next({ type: 'reset', conversation })
  const joined = await watch()
  expect(joined.user).toEqual({ id: 'u1', proved: true })
  const { body: person } = await agentCall(relay.url, `/people/${joined.person}`)
  expect(person.joins).toMatchObject([{ kind: 'visitor', user: { id: 'u1' }, proof: 'token' }])

  const undone = await agentCall(relay.url, `/joins/${person.joins[0].id}/undo`, { method: 'POST' })
  expect(undone.status).toBe(204)
  await desk.next({ type: 'reset', conversation })
  expect((await watch()).person).toBe(before.person)
  expect((await agentCall(relay.url, '/joins/none/undo', { method: 'POST' })).status).toBe(404)
  desk.socket.close()
  visitor.socket.close()
})
