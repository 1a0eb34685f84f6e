import type { Entry } from './protocol/entry.ts'

/** Whether a conversation is under way after these entries; undefined when they do not tell. */
export function liveAfter(entries: readonly Entry[]): boolean | undefined {
  const telling = entries.findLast(
    entry => entry.type === 'state' || (entry.type === 'message' && entry.from !== 'system')
  )
  return telling && !(telling.type === 'state' && telling.state === 'closed')
}
