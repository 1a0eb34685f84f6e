import type { Entry } from '@segue/sdk/protocol'
import { atom } from 'nanostores'
import { readConversation } from '../api.ts'
import type { AgentSocket } from '../socket.ts'
import { loadEvents } from './events.ts'
import { loadPerson } from './person.ts'
import { $presence, foldPresence, stopTyping } from './presence.ts'
import { $summary, $thread, foldEntries, foldHead, loadThread } from './thread.ts'

/** The line to the relay, while signed in. */
export const $socket = atom<AgentSocket | null>(null)

/** Several things at once often change where a reply would go: ask once, this much later, in milliseconds. */
const SOON_MS = 150

/** Asks for what comes after the newest entry: first what was missed, then live. */
export function watchThread(): void {
  const thread = $thread.get()
  if (thread?.status !== 'ready') return
  $socket.get()?.send({ type: 'watch', conversation: thread.id, since: thread.seq })
}

/** Opens a conversation, or leaves the open one. */
export async function followConversation(id: string | null): Promise<void> {
  const before = $thread.get()
  if (before?.id === id) return
  if (before) $socket.get()?.send({ type: 'unwatch', conversation: before.id })
  $presence.set(null)
  if (id === null) {
    $thread.set(null)
    return
  }
  $thread.set({ id, status: 'loading', entries: [], seq: 0, earlier: false, next: null })
  await refetchThread(id)
}

/** Fetches the newest page anew, then follows it: at first, and when what is here can no longer be trusted. */
export async function refetchThread(id: string): Promise<void> {
  const detail = await loadThread(id)
  if (!detail || $thread.get()?.id !== id) return
  // What the line has told of the visitor is newer.
  if (!$presence.get()) foldPresence({ conversation: id, visible: detail.visible })
  watchThread()
  await Promise.all([loadPerson(detail.person), loadEvents(detail.person, { anew: true })])
}

let catching: Promise<void> | null = null
let again = false

async function fetchMissed(): Promise<void> {
  do {
    again = false
    const thread = $thread.get()
    if (thread?.status !== 'ready') return
    const { id, seq: since } = thread
    const detail = await readConversation(id, { since })
    if ($thread.get()?.id !== id) continue
    foldEntries(id, detail.entries)
    foldHead(detail)
    const seq = $thread.get()?.seq ?? 0
    // One page holds only so many. There is no use in asking on when nothing came.
    again ||= seq > since && seq < detail.seq
  } while (again)
}

/** Fetches what is missing, and asks again where the next reply would go. One at a time. */
export function catchUp(): Promise<void> {
  again = true
  catching ??= fetchMissed()
    .catch(() => undefined) // The next entry, or the next connection, asks again.
    .finally(() => {
      catching = null
    })
  return catching
}

let soon: ReturnType<typeof setTimeout> | undefined

/** Catches up in a moment. */
export function catchUpSoon(): void {
  clearTimeout(soon)
  soon = setTimeout(catchUp, SOON_MS)
}

const isFromPhone = (entry: Entry) =>
  entry.type === 'message' && entry.from === 'visitor' && entry.on.account !== 'web'

/** Links, mirrors and the network's window are the person's: they change with these. */
const changesPerson = (entry: Entry) =>
  entry.type === 'link' || entry.type === 'mirror' || isFromPhone(entry)

/** Where a reply would go changes with these. */
const changesRoute = (entry: Entry) =>
  changesPerson(entry) ||
  (entry.type === 'message' && entry.from === 'visitor') ||
  (entry.type === 'receipt' && entry.status === 'failed')

const isUndoing = (entry: Entry) => entry.type === 'link' && entry.status !== 'linked'

/** Takes in what the line says of a conversation. */
export function hearEntries(conversation: string, entries: readonly Entry[]): void {
  const thread = $thread.get()
  if (thread?.id !== conversation || thread.status !== 'ready') return
  const fresh = entries.filter(({ seq }) => seq > thread.seq)
  const gap = foldEntries(conversation, entries)
  if (fresh.some(entry => entry.type === 'message')) stopTyping(conversation)
  // What was said through a link that was undone is no longer to be seen here: earlier entries have changed.
  if (fresh.some(isUndoing)) {
    void refetchThread(conversation)
    return
  }
  if (gap) void catchUp()
  else if (fresh.some(changesRoute)) catchUpSoon()
  const person = $summary.get()?.person
  if (person && fresh.some(changesPerson)) void loadPerson(person)
}
