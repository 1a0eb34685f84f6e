import type { World } from '../../sdk/src/world.ts'
import type { Reach } from './commons.ts'

type Locks = NonNullable<World['locks']>

/** One request for a lock. */
interface Ask {
  by: Reach
  hold(): unknown
  resolve(value: unknown): void
  reject(error: unknown): void
}

const aborted = () => new DOMException('The request was aborted.', 'AbortError')

/** The locks of a browser, with queues, aborts and stealing (Web Locks). */
export function createLockManager() {
  const queues = new Map<string, Ask[]>()
  const held = new Map<string, Ask>()

  const grant = (name: string) => {
    const next = held.has(name) ? undefined : queues.get(name)?.shift()
    if (!next) return
    held.set(name, next)
    const free = () => {
      if (held.get(name) === next) held.delete(name)
      grant(name)
    }
    next.by.later(() => {
      const done = Promise.resolve().then(() => next.hold())
      done.then(next.resolve, next.reject)
      done.then(free, free)
    })
  }

  const rob = (name: string) => {
    const { by, reject } = held.get(name) ?? {}
    held.delete(name)
    by?.later(() => reject?.(aborted()))
  }

  const request = (by: Reach, name: string, options: LockOptions, hold: Ask['hold']) =>
    new Promise((resolve, reject) => {
      const ask: Ask = { by, hold, resolve, reject }
      const queue = queues.get(name) ?? []
      queues.set(name, queue)
      if (options.steal) {
        rob(name)
        queue.unshift(ask)
      } else queue.push(ask)
      options.signal?.addEventListener('abort', () => {
        const at = queue.indexOf(ask)
        if (at < 0) return
        queue.splice(at, 1)
        reject(aborted())
      })
      queueMicrotask(() => grant(name))
    })

  return {
    of: (by: Reach): Locks => ({
      request: ((name: string, options: LockOptions, hold: Ask['hold']) =>
        request(by, name, options, hold)) as Locks['request']
    }),
    /** Lets go of everything this one has, and of what it waits for. */
    release(by: Reach) {
      for (const queue of queues.values()) {
        queue.splice(0, queue.length, ...queue.filter(ask => ask.by !== by))
      }
      for (const [name, ask] of held) {
        if (ask.by !== by) continue
        held.delete(name)
        grant(name)
      }
    },
    held: () => [...held.keys()]
  }
}
