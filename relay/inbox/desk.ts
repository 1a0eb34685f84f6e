import { type AgentServerFrame, closeCodes } from '@segue/sdk/protocol'
import { isAsk, keptAsk } from './fold/kept-ask.ts'
import { $token } from './http.ts'
import { keepInTab } from './keep-in-tab.ts'
import { type AgentSocket, openAgentSocket, type SocketStatus } from './socket.ts'
import { $asks } from './stores/asks.ts'
import { $attachments } from './stores/attachments.ts'
import { $line } from './stores/connection.ts'
import { $chosen, $drafts } from './stores/drafts.ts'
import { $events, foldEvent, loadEvents } from './stores/events.ts'
import {
  $socket,
  catchUp,
  followConversation,
  hearEntries,
  refetchThread,
  watchThread
} from './stores/follow.ts'
import { $found, $search, searchAgain } from './stores/found.ts'
import { tellProblem } from './stores/notice.ts'
import { $pending } from './stores/pending.ts'
import { $person } from './stores/person.ts'
import { $presence, foldPresence, foldTyping } from './stores/presence.ts'
import { flushAll } from './stores/replies.ts'
import { $selected } from './stores/route.ts'
import { $sentAsks } from './stores/send-ask.ts'
import { signOut } from './stores/session.ts'
import { clearShelves, loadShelf, reloadShelves } from './stores/shelves.ts'
import { $summaries, foldSummaries } from './stores/summaries.ts'
import { $tab } from './stores/tabs.ts'
import { $thread } from './stores/thread.ts'
import { t } from './strings.ts'

/** The line is up, at first or again: what was missed is fetched, what waits goes out. */
function welcome(): void {
  watchThread()
  void catchUp()
  void reloadShelves()
  if ($found.get()) void searchAgain()
  const log = $events.get()
  if (log) void loadEvents(log.person)
  flushAll()
}

const isOpen = (conversation: string) => $thread.get()?.id === conversation

function hearFrame(frame: AgentServerFrame): void {
  if (frame.type === 'welcome') welcome()
  else if (frame.type === 'summary') foldSummaries([frame.summary])
  else if (frame.type === 'entries') hearEntries(frame.conversation, frame.entries)
  else if (frame.type === 'typing') foldTyping(frame)
  else if (frame.type === 'event') foldEvent(frame.person, frame.event)
  else if (frame.type === 'presence' && isOpen(frame.conversation)) foldPresence(frame)
  else if (frame.type === 'reset' && isOpen(frame.conversation)) {
    void refetchThread(frame.conversation)
  }
}

function hearStatus(status: SocketStatus, code?: number): void {
  $line.set(status)
  if (status !== 'refused') return
  if (code === closeCodes.unauthorized.code) signOut(t.signIn.ended)
  else tellProblem(t.connection.refused)
}

/** What hints that the line may be gone, or back. */
function listenForHints(socket: AgentSocket): () => void {
  const nudge = () => document.visibilityState === 'visible' && socket.nudge()
  const hints = ['online', 'offline', 'pageshow'] as const
  for (const hint of hints) addEventListener(hint, nudge)
  document.addEventListener('visibilitychange', nudge)
  return () => {
    for (const hint of hints) removeEventListener(hint, nudge)
    document.removeEventListener('visibilitychange', nudge)
  }
}

function clearDesk(): void {
  $summaries.set({})
  clearShelves()
  $search.set('')
  for (const store of [$found, $thread, $person, $events, $presence, $socket]) store.set(null)
  for (const store of [$drafts, $chosen, $pending, $attachments, $asks]) store.set({})
  $sentAsks.set([])
  $line.set('idle')
}

/**
 * Sits down: opens the line, loads the lists and follows the conversation in the address.
 * Returns what gets up again and clears the desk, so that the next agent finds nothing of this one.
 */
export function startDesk(): () => void {
  const kept = [
    keepInTab($drafts, 'segue.inbox.drafts'),
    keepInTab($pending, 'segue.inbox.pending'),
    keepInTab($asks, 'segue.inbox.asks', { keep: keptAsk, is: isAsk })
  ]
  const socket = openAgentSocket({
    token: $token.get(),
    onFrame: hearFrame,
    onStatus: hearStatus
  })
  $socket.set(socket)
  const stops = [listenForHints(socket), $selected.subscribe(id => void followConversation(id))]
  for (const tab of new Set([$tab.get(), 'waiting', 'mine'] as const)) void loadShelf(tab)
  return () => {
    for (const stop of stops) stop()
    socket.close()
    clearDesk()
    for (const stop of kept) stop()
  }
}
