import type { ClientFrameOf } from '../protocol/client-frame.ts'

type Presence = Omit<ClientFrameOf<'presence'>, 'type'>

type Seen = Omit<Presence, 'visibleMs'> & { since: number }

/** Where the visitor is, taking all tabs together: what the leader tells the relay in their name. */
export interface AllPresence {
  /** One tab says how it is. */
  set(tab: string, presence: Presence): void
  forget(tab: string): void
  /** Seen if any is; then the page, and the time, of the one that was opened last. */
  current(): Presence
  /** Since when that has been so, to tell whether it has changed. */
  mark(): string
}

export function createAllPresence(now: () => number): AllPresence {
  const tabs = new Map<string, Seen>()

  const newest = (): Seen =>
    [...tabs.values()].sort(
      (a, b) => Number(b.visible) - Number(a.visible) || b.since - a.since
    )[0] ?? { visible: false, since: now() }

  return {
    set(tab, { visible, visibleMs, page }) {
      const before = tabs.get(tab)
      const isSame = visibleMs === undefined && before?.visible === visible
      const since = isSame ? before.since : now() - (visibleMs ?? 0)
      tabs.set(tab, { visible, since, ...(page && { page }) })
    },
    forget: tab => void tabs.delete(tab),
    current() {
      const { since, ...presence } = newest()
      return { ...presence, visibleMs: Math.max(0, now() - since) }
    },
    mark: () => JSON.stringify(newest())
  }
}
