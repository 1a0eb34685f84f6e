import { afterAll, beforeAll, expect, it } from 'vitest'
import { postEvents, tracked } from '../../../doubles/ingest.ts'
import { startTestRelay, type TestRelay } from '../../../doubles/relay.ts'
import { agentCall, openDesk, openWidget } from '../../../doubles/wire.ts'

let relay: TestRelay
beforeAll(async () => {
  relay = await startTestRelay()
})
afterAll(() => relay.close())

const post = (batch: object[], more: object = {}) => postEvents(relay.url, { batch, ...more })

/** A visitor who has written, and an inbox that looks at them. */
async function openChat() {
  const visitor = await openWidget(relay.url)
  visitor.say({ type: 'send', cid: '1', text: 'hi' })
  await visitor.next({ type: 'ack' })
  const { token, conversation } = visitor.visit
  const desk = await openDesk(relay.url)
  const watch = async () => {
    desk.say({ type: 'watch', conversation, since: 0 })
    await desk.next({ type: 'entries', conversation })
  }
  await watch()
  const { body } = await agentCall(relay.url, `/conversations/${conversation}`)
  const { person } = body.conversation ?? body
  return {
    token,
    /** The inbox is told to look again, for more is known of the person, and does. */
    async lookAgain() {
      await desk.next({ type: 'reset', conversation })
      await watch()
    },
    async history(): Promise<string[]> {
      const { body } = await agentCall(relay.url, `/people/${person}/events`)
      return body.items.map(({ name }: { name: string }) => name).reverse()
    },
    async shown(name: string) {
      const { event } = await desk.next(
        ({ type, event }) => type === 'event' && event.name === name
      )
      return event
    },
    close() {
      desk.socket.close()
      visitor.socket.close()
    }
  }
}

it('what a visitor did before the chat shows once their token has joined it, and from then on as it happens', async () => {
  const { token, history, lookAgain, shown, close } = await openChat()
  const of = (id: string, event: string) => tracked(id, { anonymousId: 'mine', event })
  await post([of('1', 'Before')])
  await post([tracked('2', { anonymousId: 'somebody-else', event: 'Elsewhere' })])
  expect(await history()).toEqual([])

  await post([of('3', 'Joined')], { token })
  await shown('Joined')
  await lookAgain()
  expect(await history()).toEqual(['Before', 'Joined'])

  // By another client on the page, which knows no token.
  await post([of('4', 'After')])
  await shown('After')
  expect(await history()).toEqual(['Before', 'Joined', 'After'])
  close()
})
