import { describe, expect, it } from 'vitest'
import { localBus } from '../../../relay/src/bus/local.ts'
import type { Change } from '../../../relay/src/core/ports.ts'

const change: Change = { type: 'visibility', conversation: 'talk' }

describe('the bus within a process', () => {
  it('tells every listener, until it stops listening', () => {
    const bus = localBus()
    const heard: string[] = []
    const stop = bus.subscribe(({ type }) => heard.push(`a ${type}`))
    bus.subscribe(({ type }) => heard.push(`b ${type}`))
    bus.publish(change)
    stop()
    bus.publish({ type: 'queued' })
    expect(heard).toEqual(['a visibility', 'b visibility', 'b queued'])
  })

  it('tells the others when one throws, and reports it', () => {
    const reported: unknown[] = []
    const bus = localBus(error => reported.push(error))
    const heard: Change[] = []
    const wrong = new Error('wrong')
    bus.subscribe(() => {
      throw wrong
    })
    bus.subscribe(each => heard.push(each))
    bus.publish(change)
    expect(heard).toEqual([change])
    expect(reported).toEqual([wrong])
  })

  it('keeps one function that listens twice apart', () => {
    const bus = localBus()
    const heard: Change[] = []
    const listener = (each: Change) => heard.push(each)
    const stop = bus.subscribe(listener)
    bus.subscribe(listener)
    bus.publish(change)
    stop()
    stop()
    bus.publish(change)
    expect(heard).toHaveLength(3)
  })

  it('does not mind who comes and goes while it tells', () => {
    const bus = localBus()
    const heard: string[] = []
    const stop = bus.subscribe(() => {
      stop()
      bus.subscribe(() => heard.push('new'))
    })
    bus.subscribe(() => heard.push('old'))
    bus.publish(change)
    expect(heard).toEqual(['old'])
  })

  it('is always ready', async () => {
    expect(await localBus().ready()).toBe(true)
  })
})
