/** The commands that bound a transaction, on the one connection that writes. */
export interface Transactor {
  begin(): void
  commit(): void
  rollback(): void
  /** Begins one work that can be taken back alone; what follows it is either `keep` or `undo`. */
  mark(): void
  keep(): void
  undo(): void
  /** What was done since the last look. */
  look(): 'nothing' | 'written' | 'failed'
  /** Whether the transaction still stands: on a full disk the database rolls back by itself. */
  stands(): boolean
}

interface Waiting {
  work(): Promise<unknown>
  resolve(value: unknown): void
  reject(error: unknown): void
}

/** Tells a caller how its work ended, once that is on disk. */
type Telling = () => void

/**
 * Does works one after the other with nothing between them: a mark makes the database copy every page that
 * a work is about to change. Gives undefined, with all of them taken back, when one would have to be taken back alone.
 */
async function doTogether(db: Transactor, batch: Waiting[]): Promise<Telling[] | undefined> {
  const tell: Telling[] = []
  db.begin()
  for (const { work, resolve, reject } of batch) {
    db.look()
    let hasThrown = false
    try {
      const value = await work()
      tell.push(() => resolve(value))
    } catch (error) {
      if (!db.stands()) throw error
      hasThrown = true
      tell.push(() => reject(error))
    }
    const done = db.look()
    if (done === 'failed' || (hasThrown && done === 'written')) {
      db.rollback()
      return undefined
    }
  }
  return tell
}

/** Does works one after the other, each of which can be taken back alone. */
async function doApart(db: Transactor, batch: Waiting[]): Promise<Telling[]> {
  const tell: Telling[] = []
  db.begin()
  for (const { work, resolve, reject } of batch) {
    db.mark()
    try {
      const value = await work()
      db.keep()
      tell.push(() => resolve(value))
    } catch (error) {
      if (!db.stands()) throw error
      db.undo()
      tell.push(() => reject(error))
    }
  }
  return tell
}

interface Options {
  /** How many works share one commit at most. */
  max?: number
}

/** Runs works one after the other, and commits those that arrived together in one go. */
export interface GroupCommit {
  /**
   * Resolves when the work is on disk. A work that throws takes back only what it did itself; the others
   * of its batch may be done once more for it, so a work does nothing but read and write.
   */
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
    let tell: Telling[] | undefined
    try {
      if (batch.length > 1) tell = await doTogether(db, batch)
      tell ??= await doApart(db, batch)
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
    transact: <T>(work: () => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        queue.push({ work, resolve: value => resolve(value as T), reject })
        running ??= runQueue()
      }),
    drained: async () => running
  }
}
