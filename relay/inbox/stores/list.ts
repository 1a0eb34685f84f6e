import type { Summary } from '@segue/sdk/protocol'
import { computed } from 'nanostores'
import { $found, $search, extendFound, searchAgain } from './found.ts'
import { $me } from './session.ts'
import { $shelves, extendShelf, loadShelf } from './shelves.ts'
import { $summaries } from './summaries.ts'
import { $tab, holds, placeIn, type Tab } from './tabs.ts'

/** The list as it shows: a tab's, or what was found. */
export interface ShownList {
  items: Summary[]
  status: 'empty' | 'loading' | 'ready' | 'failed'
  more: boolean
  /** What was looked for, when this is what was found. */
  words: string | null
}

/** Sorted by `placeIn`; the id decides between equals, so that nothing jumps. */
const inOrder = (tab: Tab) => (a: Summary, b: Summary) =>
  placeIn(tab, a) - placeIn(tab, b) || (a.id < b.id ? -1 : 1)

export const $list = computed(
  [$tab, $shelves, $summaries, $me, $found],
  (tab, shelves, summaries, me, found): ShownList => {
    if (found) {
      const items = found.ids.flatMap(id => summaries[id] ?? [])
      return { items, status: found.status, more: found.next !== null, words: found.words }
    }
    const { status, next, edge } = shelves[tab]
    const items = Object.values(summaries)
      .filter(summary => holds(tab, summary, me?.id ?? '') && placeIn(tab, summary) <= edge)
      .sort(inOrder(tab))
    return { items, status, more: next !== null, words: null }
  }
)

/** How many wait, as far as is known. */
export const $waitingCount = computed(
  $summaries,
  summaries => Object.values(summaries).filter(({ state }) => state === 'waiting').length
)

/** Shows a tab, and leaves the search. */
export function showTab(tab: Tab): void {
  $search.set('')
  $tab.set(tab)
  if ($shelves.get()[tab].status === 'empty') void loadShelf(tab)
}

/** Fetches what comes after the end of the list. */
export const extendList = (): Promise<void> =>
  $found.get() ? extendFound() : extendShelf($tab.get())

/** Tries again after a failure. */
export const reloadList = (): Promise<void> =>
  $found.get() ? searchAgain() : loadShelf($tab.get())
