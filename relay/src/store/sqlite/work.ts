import type { Tx } from '../../core/store.ts'

/** How long one work may hold up the others. Works only use their `tx`, so they take microseconds. */
const PATIENCE_MS = 10_000

/** A `Tx` for the time of one work. */
interface Lease {
  tx: Tx
  /** Ends it: resolves when every call that has begun is over, and refuses new ones. */
  end(): Promise<void>
}

type Method = (...input: unknown[]) => Promise<unknown>

const over = () =>
  Promise.reject(new Error('This transaction is over: await every call inside its work.'))

/**
 * Lends the connection's methods to one work. A call that is still under way when its work
 * ends, as after a `Promise.all` that failed, must not run on into somebody else's work.
 */
function lend(methods: Tx): Lease {
  const calls = new Set<Promise<unknown>>()
  let ended = false
  const guard =
    (method: Method) =>
    (...input: unknown[]) => {
      if (ended) return over()
      const call = method(...input)
      const finish = () => calls.delete(call)
      calls.add(call)
      call.then(finish, finish)
      return call
    }
  return {
    tx: new Proxy(methods, {
      get(all, name) {
        const method = Reflect.get(all, name)
        return typeof method === 'function' ? guard(method) : method
      }
    }),
    async end() {
      ended = true
      if (calls.size > 0) await Promise.allSettled(calls)
    }
  }
}

const withPatience = <T>(promise: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const giveUp = () => {
      const message =
        `A transaction waited ${PATIENCE_MS / 1000} s for something other than the store and was taken back. ` +
        'Do slow things, and other transactions, before or after it.'
      reject(new Error(message))
    }
    const timer = setTimeout(giveUp, PATIENCE_MS)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })

/** Does one work with the connection's methods, and ends when nothing of it can write any more. */
export async function doWork<T>(methods: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const lease = lend(methods)
  try {
    return await withPatience(work(lease.tx))
  } finally {
    await lease.end()
  }
}
