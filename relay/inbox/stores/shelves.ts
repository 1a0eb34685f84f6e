import { map } from 'nanostores'
import { readList } from '../api.ts'
import { foldSummaries } from './summaries.ts'
import { placeIn, TABS, type Tab } from './tabs.ts'

/** How much of a tab's list is here. */
export interface Shelf {
  status: 'empty' | 'loading' | 'ready' | 'failed'
  /** Where the next page begins; nothing when all is here. */
  next: string | null
  /** The last place (see `placeIn`) up to which the list is whole. Beyond it there may be gaps, so nothing shows. */
  edge: number
  pages: number
}

const EMPTY: Shelf = { status: 'empty', next: null, edge: Number.NEGATIVE_INFINITY, pages: 0 }

/** Pages fetched again at most after a reconnect. Whoever scrolled further scrolls again. */
const MAX_PAGES = 5

const emptyShelves = () => Object.fromEntries(TABS.map(tab => [tab, EMPTY])) as Record<Tab, Shelf>

export const $shelves = map<Record<Tab, Shelf>>(emptyShelves())

/** Forgets every list. */
export function clearShelves(): void {
  stale.clear()
  $shelves.set(emptyShelves())
}

async function fetchPage(tab: Tab, before: Shelf): Promise<Shelf> {
  const { items, next = null } = await readList({
    state: tab,
    ...(before.next !== null && { cursor: before.next })
  })
  foldSummaries(items)
  const furthest = Math.max(before.edge, ...items.map(item => placeIn(tab, item)))
  const edge = next === null ? Number.POSITIVE_INFINITY : furthest
  return { status: 'ready', next, edge, pages: before.pages + 1 }
}

/** Lists that were asked for again while they were on their way. */
const stale = new Set<Tab>()

async function extend(tab: Tab, from: Shelf, pages: number): Promise<void> {
  const shown = $shelves.get()[tab]
  if (shown.status === 'loading') return
  $shelves.setKey(tab, { ...shown, status: 'loading' })
  try {
    let shelf = from
    do shelf = await fetchPage(tab, shelf)
    while (shelf.next !== null && shelf.pages < pages)
    $shelves.setKey(tab, shelf)
  } catch {
    $shelves.setKey(tab, { ...shown, status: 'failed' })
  }
  if (stale.delete(tab)) await loadShelf(tab)
}

/** Fetches a list from its beginning, as far as it was here before. */
export const loadShelf = (tab: Tab): Promise<void> =>
  extend(tab, EMPTY, Math.min($shelves.get()[tab].pages, MAX_PAGES))

/** Fetches the next page, if there is one. */
export async function extendShelf(tab: Tab): Promise<void> {
  const shelf = $shelves.get()[tab]
  if (shelf.next !== null) await extend(tab, shelf, 0)
}

/**
 * The line is up: everything that is here is asked for again, because changes may have been missed. So is what is on its
 * way, because it may have been read before the line could tell of a change.
 */
export async function reloadShelves(): Promise<void> {
  const shelves = $shelves.get()
  for (const tab of TABS) if (shelves[tab].status === 'loading') stale.add(tab)
  await Promise.all(TABS.filter(tab => shelves[tab].status !== 'empty').map(loadShelf))
}
