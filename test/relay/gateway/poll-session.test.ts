import { expect, it } from 'vitest'
import { createPollSession } from '../../../relay/src/gateway/poll-session.ts'

it('gives every frame once, in order', async () => {
  const session = createPollSession(1000)
  session.peer.send({ type: 'ping' })
  session.peer.send({ type: 'pong' })
  await session.wait(10_000)
  expect(session.take()).toEqual([{ type: 'ping' }, { type: 'pong' }])
  expect(session.take()).toEqual([])
})

it('lets go of whoever waits when another one comes, and wakes that one', async () => {
  const session = createPollSession(1000)
  const first = session.wait(10_000)
  const second = session.wait(10_000)
  await first
  session.peer.send({ type: 'ping' })
  await second
  expect(session.take()).toEqual([{ type: 'ping' }])
})

it('is closed as slow when too much lies unread', async () => {
  const session = createPollSession(100)
  const waiting = session.wait(10_000)
  for (let count = 0; count < 10; count++) session.peer.send({ type: 'ping' })
  await waiting
  expect(session.closed).toBe(4430)
})
