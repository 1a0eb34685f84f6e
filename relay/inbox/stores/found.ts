import { atom, onMount } from 'nanostores'
import { readList } from '../api.ts'
import { foldSummaries } from './summaries.ts'

/** Typing pauses this long before the relay is asked, in milliseconds. */
const PAUSE_MS = 200

/** What the agent looks for. Empty: nothing. */
export const $search = atom('')

/** What was found: ids in the relay's order, because only the relay knows why. */
export interface Found {
  words: string
  status: 'loading' | 'ready' | 'failed'
  ids: readonly string[]
  next: string | null
}

export const $found = atom<Found | null>(null)

async function fetchFound(before: Found): Promise<void> {
  $found.set({ ...before, status: 'loading' })
  const stillAsked = () => $found.get()?.words === before.words
  try {
    const { items, next = null } = await readList({
      state: 'all',
      search: before.words,
      ...(before.next !== null && { cursor: before.next })
    })
    if (!stillAsked()) return
    foldSummaries(items)
    const ids = [...new Set([...before.ids, ...items.map(({ id }) => id)])]
    $found.set({ words: before.words, status: 'ready', ids, next })
  } catch {
    if (stillAsked()) $found.set({ ...before, status: 'failed' })
  }
}

/** Looks again from the beginning. */
export async function searchAgain(): Promise<void> {
  const words = $search.get().trim()
  if (words) await fetchFound({ words, status: 'loading', ids: [], next: null })
  else $found.set(null)
}

/** Fetches more of what was found. */
export async function extendFound(): Promise<void> {
  const found = $found.get()
  if (found?.status === 'ready' && found.next !== null) await fetchFound(found)
}

onMount($found, () => {
  let pause: ReturnType<typeof setTimeout> | undefined
  const stop = $search.listen(words => {
    clearTimeout(pause)
    if (words.trim()) pause = setTimeout(searchAgain, PAUSE_MS)
    else $found.set(null)
  })
  return () => {
    clearTimeout(pause)
    stop()
  }
})
