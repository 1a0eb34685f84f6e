import { type Pending, restored, unsettled } from './pending.ts'
import type { Entry } from './protocol/entry.ts'
import type { Shelf } from './storage.ts'

/** The messages on their way, oldest first. What is not yet known to be on disk is kept on a shelf. */
export interface SendList {
  read(): readonly Pending[]
  /** Takes up what an earlier page left. */
  load(): void
  add(item: Pending): void
  /** Makes another of the one of this name, or nothing. */
  change(cid: string, change: (item: Pending) => Pending | undefined): void
  /** The thread has been told up to these. */
  settle(entries: readonly Entry[]): void
  /** The thread is another one: what is on disk belongs to the old one. */
  restart(): void
  clear(): void
}

export interface SendListOptions {
  shelf: Shelf
  key: string
  changed(items: readonly Pending[]): void
}

export function createSendList({ shelf, key, changed }: SendListOptions): SendList {
  let items: readonly Pending[] = []
  let last = 0

  const update = (next: readonly Pending[]) => {
    items = next
    const unkept = items.filter(({ seq }) => !seq)
    shelf.write(key, unkept.length ? unkept : undefined)
    changed(items)
  }

  const settle = (entries: readonly Entry[]) => {
    last = entries.at(-1)?.seq ?? last
    const left = unsettled(items, entries, last)
    if (left.length < items.length) update(left)
  }

  return {
    read: () => items,
    load() {
      const kept = items.length ? [] : restored(shelf.read(key))
      if (kept.length) update(kept)
    },
    add: item => update([...items, item]),
    change(cid, change) {
      if (!items.some(item => item.cid === cid)) return
      update(items.flatMap(item => (item.cid === cid ? (change(item) ?? []) : item)))
      settle([])
    },
    settle,
    restart() {
      last = 0
      update(items.filter(({ seq }) => !seq))
    },
    clear: () => update([])
  }
}
