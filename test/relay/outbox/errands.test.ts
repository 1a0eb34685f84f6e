import { describe, expect, it, onTestFinished } from 'vitest'
import type { Errand, ErrandOutcome } from '../../../relay/src/core/errands/errand.ts'
import { settleErrand } from '../../../relay/src/core/errands/settle-errand.ts'
import { startErrands } from '../../../relay/src/outbox/index.ts'
import { openHouse } from '../../doubles/house.ts'

async function open(carryOut: (errand: Errand) => Promise<ErrandOutcome>) {
  const { ports, pass } = await openHouse()
  const add = (id: string) =>
    ports.store.transaction(tx =>
      tx.addErrand({
        ...{ id, kind: 'transcript', order: { conversation: 'none', reader: null } as never },
        ...{ at: ports.now(), until: ports.now() + 99_000, attempts: 0, runAt: ports.now() },
        begun: false
      })
    )
  const start = (concurrency = 8) => {
    const errands = startErrands({
      ...{ ports, settle: settleErrand, concurrency, leaseMs: 1000 },
      carryOut: (_, errand) => carryOut(errand)
    })
    onTestFinished(() => errands.stop())
    return errands
  }
  return { ports, pass, add, start, left: () => ports.store.nextErrand() }
}

const DONE: ErrandOutcome = { kind: 'over' }

describe('errands', () => {
  it('are done when they are there, and when they come', async () => {
    const done: string[] = []
    const { add, start, left } = await open(async ({ id }) => {
      done.push(id)
      return DONE
    })
    await add('before')
    const errands = start()
    await expect.poll(left).toBeUndefined()
    await add('after')
    errands.wake()
    await expect.poll(() => done).toEqual(['before', 'after'])
  })

  it('are done side by side, and no more at once than may be', async () => {
    const { promise: gate, resolve: openGate } = Promise.withResolvers<void>()
    let [now, most] = [0, 0]
    const { add, start, left } = await open(async () => {
      most = Math.max(most, ++now)
      if (now === 2) openGate()
      await gate
      now--
      return DONE
    })
    for (const id of ['a', 'b', 'c', 'd', 'e']) await add(id)
    start(2)
    await expect.poll(left).toBeUndefined()
    expect(most).toBe(2)
  })

  it('are not done again when somebody died of them in the middle, and are when they had not begun', async () => {
    const done: string[] = []
    const { ports, pass, add, start, left } = await open(async ({ id }) => {
      done.push(id)
      return DONE
    })
    await add('begun')
    await add('untouched')
    await ports.store.transaction(async tx => {
      await tx.takeErrands(ports.now(), 1000, 2)
      await tx.beginErrand('begun')
    })
    pass(1000)
    const errands = start()
    await expect.poll(async () => (await left()) ?? 'none').not.toBe(ports.now())
    // It is tried again within a second.
    pass(1000)
    errands.wake()
    await expect.poll(left).toBeUndefined()
    expect(done).toEqual(['untouched'])
  })

  it('end what is under way before they stop', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const { promise: end, resolve: finish } = Promise.withResolvers<ErrandOutcome>()
    const { add, start, left } = await open(() => {
      begin()
      return end
    })
    await add('slow')
    const errands = start()
    await begun
    const stopped = errands.stop()
    finish(DONE)
    await stopped
    expect(await left()).toBeUndefined()
  })
})
