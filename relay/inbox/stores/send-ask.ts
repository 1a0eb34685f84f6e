import { atom } from 'nanostores'
import type { Ask } from '../fold/ask-content.ts'
import { takeAsk } from './asks.ts'
import { queueReply } from './replies.ts'
import { $summaries } from './summaries.ts'

/** Something that was asked or shown before. Its pictures belong to one site. */
export interface SentAsk {
  site: string
  ask: Ask
}

/** So many can be used again. */
const MOST_KEPT = 3

/** What was sent last in this tab, newest first. In memory only: it may hold what was written to one person. */
export const $sentAsks = atom<readonly SentAsk[]>([])

const sameAsk = (a: Ask, b: Ask) => JSON.stringify(a) === JSON.stringify(b)

/** Sends what is asked or shown, as a reply. It must be without mistakes. */
export function sendAsk(conversation: string): void {
  const ask = takeAsk(conversation)
  const site = $summaries.get()[conversation]?.site ?? ''
  const others = $sentAsks.get().filter(known => !sameAsk(known.ask, ask))
  $sentAsks.set([{ site, ask }, ...others].slice(0, MOST_KEPT))
  queueReply(conversation, { ...ask, files: [] })
}
