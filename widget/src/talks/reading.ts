import { atom, computed } from 'nanostores'
import type { LateChat } from '../late-chat.ts'
import { addEntries, lastSeq, type Thread } from '../stores/thread.ts'
import { timelineOf } from '../stores/timeline.ts'

/** So many entries are fetched beyond the message that is looked for. */
const BEYOND = 30

/** Pages fetched at most for one wish to see more: a page may hold nothing this reader may see. */
const MAX_PAGES = 5

/** A stretch of one of the visitor's conversations, which grows at both ends. */
export function createReading(
  chat: Pick<LateChat, 'threadOf'>,
  { id, seq }: { id: string; seq?: number }
) {
  const $thread = atom<Thread>([])
  const $state = atom<'loading' | 'ready' | 'lost'>('loading')
  /** The newest `seq` of the conversation. */
  const $newest = atom(0)
  // What can be taken up is taken up in the chat.
  const $rows = computed($thread, thread =>
    timelineOf(thread).filter(({ type }) => type !== 'offer')
  )

  const fetchOnce = async (range: { before?: number; since?: number }): Promise<boolean> => {
    const page = await chat.threadOf(id, range)
    $newest.set(page.seq)
    $thread.set(addEntries($thread.get(), page.entries))
    return page.entries.length > 0
  }

  /** Fetches until there is something new to show. */
  const fetch = async (next: () => { before?: number; since?: number } | undefined) => {
    const rows = $rows.get().length
    $state.set('loading')
    try {
      for (let page = 0; page < MAX_PAGES && $rows.get().length === rows; page++) {
        const range = next()
        if (!range || !(await fetchOnce(range))) break
      }
      $state.set('ready')
    } catch {
      $state.set('lost')
    }
  }

  const first = () => $thread.get()[0]?.seq
  const begin = () => (seq === undefined ? {} : { before: seq + BEYOND })
  const earlier = () => (first()! > 1 ? { before: first()! } : undefined)

  return {
    $thread,
    $rows,
    $state,
    $newest,
    $earlier: computed($thread, ([entry]) => (entry?.seq ?? 1) > 1),
    $later: computed([$thread, $newest], (thread, newest) => lastSeq(thread) < newest),
    load: () => fetch(() => (first() === undefined ? begin() : earlier())),
    fetchEarlier: () => fetch(earlier),
    fetchLater: () => fetch(() => ({ since: lastSeq($thread.get()) }))
  }
}

export type ReadingStores = ReturnType<typeof createReading>
