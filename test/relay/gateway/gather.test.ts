import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { gather } from '../../../relay/src/gateway/gather.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('does the work of many calls once for each key', async () => {
  const done: string[] = []
  const gathering = gather(
    { ms: 50, together: 64 },
    async (key: string) => void done.push(key),
    () => {}
  )
  for (const key of ['a', 'b', 'a', 'a']) gathering.add(key)
  expect(done).toEqual([])
  await vi.advanceTimersByTimeAsync(50)
  expect(done).toEqual(['a', 'b'])
})

it('begins the work of many keys together, and lets others have a turn before the next many', async () => {
  let begun = 0
  const seen: number[] = []
  const gathering = gather(
    { ms: 10, together: 64 },
    async () => {
      begun += 1
      if (begun === 1) setImmediate(() => seen.push(begun))
    },
    () => {}
  )
  for (let n = 0; n < 100; n++) gathering.add(n)
  await vi.advanceTimersByTimeAsync(20)
  expect([seen, begun]).toEqual([[64], 100])
})

it('rests three times as long as a round took', async () => {
  const starts: number[] = []
  const gathering = gather(
    { ms: 10, together: 64 },
    async () => {
      starts.push(performance.now())
      gathering.add('again')
      await vi.advanceTimersByTimeAsync(100)
    },
    () => {}
  )
  gathering.add('again')
  await vi.advanceTimersByTimeAsync(900)
  expect(starts.map(at => Math.round(at - starts[0]!))).toEqual([0, 400, 800])
})

it('goes on after work that failed', async () => {
  const failed: unknown[] = []
  const done: string[] = []
  const work = async (key: string) => {
    if (key === 'bad') throw new Error('bad')
    done.push(key)
  }
  const gathering = gather({ ms: 10, together: 64 }, work, error => failed.push(error))
  gathering.add('bad')
  gathering.add('good')
  await vi.advanceTimersByTimeAsync(10)
  expect([done, failed]).toEqual([['good'], [new Error('bad')]])
})

it('ends with the work under way, and does no more', async () => {
  const done: string[] = []
  const work = Promise.withResolvers<void>()
  const gathering = gather(
    { ms: 10, together: 64 },
    async (key: string) => {
      await work.promise
      done.push(key)
    },
    () => {}
  )
  gathering.add('one')
  await vi.advanceTimersByTimeAsync(20)
  const stopped = gathering.stop().then(() => done.push('stopped'))
  gathering.add('two')
  await vi.advanceTimersByTimeAsync(1000)
  expect(done).toEqual([])
  work.resolve()
  await stopped
  expect(done).toEqual(['one', 'stopped'])
})
