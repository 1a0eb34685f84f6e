import type { ConversationDetail, Entry, Summary } from '@segue/sdk/protocol'
import { atom, computed } from 'nanostores'
import { readConversation } from '../api.ts'
import { mergeEntries, prependEntries } from '../fold/merge-entries.ts'
import { foldTimeline } from '../fold/timeline.ts'
import { problemOf } from '../problem.ts'
import { $pending, dropPending, pendingOf } from './pending.ts'
import { $summaries, foldSummaries } from './summaries.ts'

/** The conversation that is open. */
export interface Thread {
  id: string
  status: 'loading' | 'ready' | 'missing' | 'failed'
  /** Oldest first, without a gap. */
  entries: readonly Entry[]
  /** Newest `seq` that is here. */
  seq: number
  /** Whether there is more before the first entry. */
  earlier: boolean
  /** Where the next reply would go. */
  next: ConversationDetail['next'] | null
}

export const $thread = atom<Thread | null>(null)

/** The open conversation's line in the list. */
export const $summary = computed([$thread, $summaries], (thread, summaries): Summary | null =>
  thread ? (summaries[thread.id] ?? null) : null
)

/** The rows of the open thread. */
export const $timeline = computed([$thread, $pending], (thread, pending) =>
  thread ? foldTimeline(thread.entries, pendingOf(pending, thread.id)) : []
)

/** Changes the thread, unless another one has been opened meanwhile. */
export function changeThread(id: string, change: Partial<Thread>): void {
  const thread = $thread.get()
  if (thread?.id === id) $thread.set({ ...thread, ...change })
}

/** Takes in what a detail says beyond its entries. */
export function foldHead(detail: ConversationDetail): void {
  const { entries: _entries, earlier: _earlier, page: _page, visible: _visible, ...rest } = detail
  const { next, ...summary } = rest
  foldSummaries([summary])
  changeThread(detail.id, { next })
}

const cidsIn = (entries: readonly Entry[]) =>
  entries.flatMap(entry => (entry.type === 'message' && entry.cid ? [entry.cid] : []))

/** Takes in entries that arrived. True when something between is missing. */
export function foldEntries(id: string, incoming: readonly Entry[]): boolean {
  const thread = $thread.get()
  if (thread?.id !== id || thread.status !== 'ready') return false
  const { entries, seq, gap } = mergeEntries(thread.entries, thread.seq, incoming)
  if (seq > thread.seq) changeThread(id, { entries, seq })
  dropPending(cidsIn(incoming.filter(entry => entry.seq <= seq)))
  return gap
}

/** Replaces the thread by its newest page. */
export async function loadThread(id: string): Promise<ConversationDetail | null> {
  try {
    const detail = await readConversation(id)
    foldHead(detail)
    const { entries, earlier } = detail
    const seq = entries.at(-1)?.seq ?? detail.seq
    changeThread(id, { status: 'ready', entries, seq, earlier })
    dropPending(cidsIn(entries))
    return detail
  } catch (error) {
    const missing = problemOf(error).code === 'not_found'
    changeThread(id, { status: missing ? 'missing' : 'failed' })
    return null
  }
}

let fetchingEarlier = false

/** Fetches the page before the first entry. */
export async function loadEarlier(): Promise<void> {
  const thread = $thread.get()
  const first = thread?.entries[0]?.seq
  if (!thread?.earlier || first === undefined || fetchingEarlier) return
  fetchingEarlier = true
  try {
    const { entries, earlier } = await readConversation(thread.id, { before: first })
    const now = $thread.get()
    // A reset may have replaced the thread meanwhile; then this page does not touch it, and is dropped.
    if (now?.id !== thread.id) return
    const joined = prependEntries(now.entries, entries)
    if (joined !== now.entries) changeThread(thread.id, { entries: joined, earlier })
  } catch {
    // Scrolling on asks again.
  } finally {
    fetchingEarlier = false
  }
}
