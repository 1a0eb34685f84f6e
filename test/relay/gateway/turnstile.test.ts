import { expect, it } from 'vitest'
import { createTurnstile } from '../../../relay/src/gateway/turnstile.ts'

/** Work that ends when the test says so. */
function held() {
  let release = () => {}
  const done = new Promise<void>(resolve => {
    release = resolve
  })
  return { release, work: () => done }
}

it('lets so many in at a time, and the next one when one leaves', async () => {
  const takeTurn = createTurnstile({ width: 1, length: 5 })
  const [first, second] = [held(), held()]
  const order: string[] = []
  const one = takeTurn(async () => {
    order.push('first in')
    await first.work()
  })
  const two = takeTurn(async () => {
    order.push('second in')
    await second.work()
  })
  await Promise.resolve()
  expect(order).toEqual(['first in'])
  first.release()
  await one
  second.release()
  await two
  expect(order).toEqual(['first in', 'second in'])
})

it('refuses when the line is full, and goes on after work that failed', async () => {
  const takeTurn = createTurnstile({ width: 1, length: 0 })
  const first = held()
  const one = takeTurn(first.work)
  await expect(takeTurn(async () => {})).rejects.toMatchObject({ status: 503, code: 'busy' })
  first.release()
  await one
  await expect(takeTurn(() => Promise.reject(new Error('bad')))).rejects.toThrow('bad')
  expect(await takeTurn(async () => 'next')).toBe('next')
})
