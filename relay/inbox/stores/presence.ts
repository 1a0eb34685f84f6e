import type { AgentServerFrame, Page } from '@segue/sdk/protocol'
import { atom, map } from 'nanostores'

/** What `typing` is good for, in milliseconds. */
const TYPING_MS = 6000

/** Whether the visitor is on the site, and on which page, last we heard. */
export interface Presence {
  conversation: string
  visible: boolean
  page?: Page
}

export const $presence = atom<Presence | null>(null)

/** Who is writing, by conversation. */
export const $typing = map<Record<string, { from: 'visitor' | 'agent'; name?: string }>>({})

const timers = new Map<string, ReturnType<typeof setTimeout>>()

/** They stopped writing, or what they wrote is here. */
export function stopTyping(conversation: string): void {
  clearTimeout(timers.get(conversation))
  timers.delete(conversation)
  if (conversation in $typing.get()) $typing.setKey(conversation, undefined)
}

/** Somebody is writing. */
export function foldTyping(frame: Extract<AgentServerFrame, { type: 'typing' }>): void {
  const { conversation, from, name } = frame
  clearTimeout(timers.get(conversation))
  timers.set(
    conversation,
    setTimeout(() => stopTyping(conversation), TYPING_MS)
  )
  $typing.setKey(conversation, { from, ...(name && { name }) })
}

/** Keeps the last page we knew when the visitor has left: where they were is worth knowing. */
export function foldPresence({ conversation, visible, page }: Presence): void {
  const known = $presence.get()
  const last = known?.conversation === conversation ? known.page : undefined
  const newest = page ?? last
  $presence.set({ conversation, visible, ...(newest && { page: newest }) })
}
