import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Tx } from '../../../relay/src/core/store.ts'
import { doWork } from '../../../relay/src/store/sqlite/work.ts'

const settled: string[] = []
const methods = { settle: async (id: string) => void settled.push(id) } as unknown as Tx

afterEach(() => {
  vi.useRealTimers()
  settled.length = 0
})

describe('a work', () => {
  it('gives what it gave', async () => {
    expect(await doWork(methods, async () => 7)).toBe(7)
  })

  it('that waits for something else is given up, and can write nothing afterwards', async () => {
    vi.useFakeTimers()
    const { promise: elsewhere, resolve: goOn } = Promise.withResolvers<void>()
    let late: unknown
    const working = doWork(methods, async tx => {
      await tx.settle('before')
      await elsewhere
      await tx.settle('after').catch(error => {
        late = error
      })
    })
    const end = expect(working).rejects.toThrow(/other than the store/)
    await vi.advanceTimersByTimeAsync(10_000)
    await end
    goOn()
    await vi.waitFor(() => expect(late).toBeInstanceOf(Error))
    expect(settled).toEqual(['before'])
  })

  it('ends only when all of its calls have', async () => {
    const { promise: slow, resolve: finish } = Promise.withResolvers<void>()
    let ended = false
    const working = doWork({ settle: () => slow } as unknown as Tx, async tx => {
      void tx.settle('a')
    }).then(() => {
      ended = true
    })
    await new Promise(resolve => setImmediate(resolve))
    expect(ended).toBe(false)
    finish()
    await working
  })
})
