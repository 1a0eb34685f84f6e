import type { Entry } from '@segue/sdk/protocol'
import { presentEntry, type View } from '../core/conversation/present-entry.ts'
import type { Conversation, StoredEntry } from '../core/model.ts'
import type { Ports } from '../core/ports.ts'
import { createViewKeeper } from './view-keeper.ts'

/** One reader of one conversation. */
export interface Following {
  /** The last `seq` the reader has. */
  since: number
  /** What the reader may see now. */
  view(): Promise<View>
  /** A page of stored entries after a `seq`, oldest first. */
  read(after: number): Promise<StoredEntry[]>
  /** Called in order of `seq`, without gaps or repeats. */
  deliver(entries: Entry[]): void
  /** Reading failed: the reader must begin again. */
  lost(error: unknown): void
}

export interface Follower {
  /** Entries the bus told about, in any order, as often as it likes. */
  push(entries: readonly StoredEntry[]): void
  /** There is more than was told: up to this `seq`. */
  reach(seq: number): void
  stop(): void
}

/** Entries that change what may be seen. */
const CHANGES_VIEW = new Set(['link', 'mirror'])

/**
 * Hands a reader every entry once, in order. What comes in order goes straight on;
 * whatever is missing is read from the store, because the bus may lose and shuffle.
 */
export function follow({ since, view, read, deliver, lost }: Following): Follower {
  const views = createViewKeeper(view)
  let cursor = since
  let known = since
  let isStopped = false

  const pass = (entries: readonly StoredEntry[], seen: View) => {
    cursor = entries.at(-1)!.seq
    deliver(entries.map(entry => presentEntry(entry, seen)))
  }

  const readPage = async () => {
    const told = known
    const page = await read(cursor)
    const seen = await views.load()
    if (isStopped || !seen) return
    if (page.length > 0) pass(page, seen)
    // Told about, yet not there: waiting for it would be for ever. What was told since may be.
    else if (known === told) known = cursor
  }

  const catchUp = oneAtATime(async () => {
    try {
      while (!isStopped && cursor < known) await readPage()
    } catch (error) {
      isStopped = true
      lost(error)
    }
  })

  const reach = (seq: number) => {
    known = Math.max(known, seq)
    void catchUp.run()
  }

  return {
    push(entries) {
      if (isStopped) return
      if (entries.some(({ body }) => CHANGES_VIEW.has(body.type))) views.outdate()
      const fresh = entries.filter(({ seq }) => seq > cursor)
      const last = fresh.at(-1)?.seq
      if (last === undefined) return
      const isNext = fresh[0]!.seq === cursor + 1 && last === cursor + fresh.length
      if (views.current && isNext && known <= last && !catchUp.isRunning) pass(fresh, views.current)
      else reach(last)
    },
    reach,
    stop() {
      isStopped = true
    }
  }
}

/** Runs work that never rejects, one at a time. Asked for while it runs, it runs once more: the asking may have come too late for it. */
function oneAtATime(work: () => Promise<void>) {
  let isRunning = false
  let isAskedFor = false
  return {
    get isRunning() {
      return isRunning
    },
    async run() {
      isAskedFor = true
      if (isRunning) return
      isRunning = true
      while (isAskedFor) {
        isAskedFor = false
        await work()
      }
      isRunning = false
    }
  }
}

/** Catches up with what was added while somebody was joining, after the reading and before the listening. */
export function reachNewest({ store }: Pick<Ports, 'store'>, id: string, follower: Follower): void {
  const told = (conversation: Conversation | undefined) => follower.reach(conversation?.seq ?? 0)
  // A store that fails here fails again at the next entry, and is heard of there.
  store.conversation(id).then(told, () => {})
}
