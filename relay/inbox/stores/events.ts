import type { EventView } from '@segue/sdk/protocol'
import { atom, computed } from 'nanostores'
import { readEvents } from '../api.ts'
import { cartOf } from '../fold/cart.ts'
import { loadPerson } from './person.ts'

/** What the person of the open conversation did, newest first. */
export interface EventLog {
  person: string
  status: 'loading' | 'ready' | 'failed'
  items: readonly EventView[]
  next: string | null
}

/** Events after which more is known of a person. */
const TELLS_WHO = new Set(['identify', 'alias', 'group'])

export const $events = atom<EventLog | null>(null)

/** What lies in their cart. */
export const $cart = computed($events, log => (log ? cartOf(log.items) : null))

/** The page of their newest event: where they were, when they are nowhere now. */
export const $lastPage = computed($events, log => log?.items.find(({ page }) => page)?.page)

/** What brought them to the site, as far as their newest events tell. */
export const $arrival = computed($events, log => log?.items.find(event => event.arrival)?.arrival)

/** Newest first, each once. */
function joinEvents(...lists: (readonly EventView[])[]): EventView[] {
  const byId = new Map(lists.flat().map(event => [event.id, event]))
  return [...byId.values()].sort((a, b) => b.at - a.at)
}

/** An event as it happens. */
export function foldEvent(person: string, event: EventView): void {
  const log = $events.get()
  if (log?.person !== person) return
  $events.set({ ...log, items: joinEvents([event], log.items) })
  if (TELLS_WHO.has(event.type)) void loadPerson(person)
}

async function fetchEvents(person: string, cursor: string | null, anew = false): Promise<void> {
  const stillAsked = () => $events.get()?.person === person
  try {
    const page = await readEvents(person, cursor ?? undefined)
    const log = $events.get()
    if (!log || !stillAsked()) return
    // The newest page, asked for again, says nothing of how far back we are.
    const keepsPlace = cursor === null && !anew && log.status === 'ready' && log.items.length > 0
    const next = keepsPlace ? log.next : (page.next ?? null)
    $events.set({
      person,
      status: 'ready',
      items: joinEvents(page.items, anew ? [] : log.items),
      next
    })
  } catch {
    const log = $events.get()
    if (log && stillAsked())
      $events.set({ ...log, status: log.items.length > 0 ? 'ready' : 'failed' })
  }
}

/**
 * Reads the newest events of a person; of the same one again, what came since. `anew`: what is here is not theirs any more,
 * for somebody was joined to them or taken from them.
 */
export async function loadEvents(
  person: string,
  { anew = false }: { anew?: boolean } = {}
): Promise<void> {
  if ($events.get()?.person !== person) {
    $events.set({ person, status: 'loading', items: [], next: null })
  }
  await fetchEvents(person, null, anew)
}

/** Reads what lies before. */
export async function extendEvents(): Promise<void> {
  const log = $events.get()
  if (log?.next) await fetchEvents(log.person, log.next)
}
