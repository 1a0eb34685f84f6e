import { expect, it, onTestFinished } from 'vitest'
import { postEvents, tracked } from '../../../doubles/ingest.ts'
import { startTestRelay } from '../../../doubles/relay.ts'
import { openWidget } from '../../../doubles/wire.ts'

it('a chat’s message goes past a flood of events', async () => {
  const relay = await startTestRelay()
  onTestFinished(() => relay.close())
  const visitor = await openWidget(relay.url)
  let answered = 0
  const flood = Array.from({ length: 80 }, async (_, n) => {
    const batch = Array.from({ length: 100 }, (_, m) => tracked(`${n}-${m}`))
    const { status } = await postEvents(relay.url, { batch })
    answered += 1
    return status
  })
  await expect.poll(() => answered, { interval: 1 }).toBeGreaterThan(0)
  const before = answered
  visitor.say({ type: 'send', cid: '1', text: 'Is anybody there?' })
  await visitor.next({ type: 'ack' })
  const passed = answered - before
  expect(new Set(await Promise.all(flood))).toEqual(new Set([200]))
  visitor.socket.close()
  expect(passed).toBeLessThan(20)
})
