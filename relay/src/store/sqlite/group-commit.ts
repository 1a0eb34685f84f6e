/** The commands that bound a transaction, on the one connection that writes. */
export interface Transactor {
  begin(): void
  commit(): void
  rollback(): void
  /** Begins one work; what follows it is either `keep` or `undo`. */
  mark(): void
  keep(): void
  undo(): void
  /** Whether the transaction still stands: on a full disk the database rolls back by itself. */
  stands(): boolean
}

interface Waiting {
  /** Does the work inside the open transaction, and gives what to tell its caller after the commit. */
  attempt(): Promise<() => void>
  reject(error: Error): void
}

interface Caller<T> {
  resolve(value: T): void
  reject(error: unknown): void
}

async function attempt<T>(
  db: Transactor,
  work: () => Promise<T>,
  { resolve, reject }: Caller<T>
): Promise<() => void> {
  db.mark()
  try {
    const value = await work()
    db.keep()
    return () => resolve(value)
  } catch (error) {
    if (!db.stands()) throw error
    db.undo()
    return () => reject(error)
  }
}

interface Options {
  /** How many works share one commit at most. */
  max?: number
}

/** Runs works one after the other, and commits those that arrived together in one go. */
export interface GroupCommit {
  /** Resolves when the work is on disk. A work that throws takes back only what it did itself. */
  transact<T>(work: () => Promise<T>): Promise<T>
  /** Resolves when nothing waits any more. */
  drained(): Promise<void>
}

export function groupCommit(db: Transactor, { max = 512 }: Options = {}): GroupCommit {
  const queue: Waiting[] = []
  let running: Promise<void> | undefined

  const rollBack = () => {
    try {
      if (db.stands()) db.rollback()
    } catch {
      // Then nothing can begin either, and the next batch is told so.
    }
  }

  const runBatch = async (batch: Waiting[]) => {
    const tell: (() => void)[] = []
    try {
      db.begin()
      for (const waiting of batch) tell.push(await waiting.attempt())
      db.commit()
    } catch (cause) {
      rollBack()
      const error = new Error('The transaction could not be written; nothing of it was kept.', {
        cause
      })
      for (const waiting of batch) waiting.reject(error)
      return
    }
    for (const done of tell) done()
  }

  const runQueue = async () => {
    while (queue.length > 0) {
      // After the sockets have been read: everything that came in with this turn shares the commit.
      await new Promise(resolve => setImmediate(resolve))
      await runBatch(queue.splice(0, max))
    }
    running = undefined
  }

  return {
    transact: work =>
      new Promise((resolve, reject) => {
        queue.push({ attempt: () => attempt(db, work, { resolve, reject }), reject })
        running ??= runQueue()
      }),
    drained: async () => running
  }
}
