import type { Entry } from '@segue/sdk'

/** A line of the thread that nobody said. */
export type Note =
  | { kind: 'linked'; network: string; display: string }
  | { kind: 'unlinked'; network: string }
  | { kind: 'returned' }
  | { kind: 'shown'; network: string }
  | { kind: 'notShown'; network: string }
  | { kind: 'texted' }
  | { kind: 'joined'; name: string }
  | { kind: 'closed' }

/** What an entry says between the messages, if anything. */
export function noteOf(entry: Entry): Note | undefined {
  if (entry.type === 'link') {
    const { network } = entry.on
    if (network === 'web') return entry.status === 'linked' ? { kind: 'returned' } : undefined
    return entry.status === 'linked'
      ? { kind: 'linked', network, display: entry.display }
      : { kind: 'unlinked', network }
  }
  if (entry.type === 'mirror') {
    return { kind: entry.shown ? 'shown' : 'notShown', network: entry.on.network }
  }
  if (entry.type === 'state') {
    if (entry.state === 'closed') return { kind: 'closed' }
    return entry.agent && { kind: 'joined', name: entry.agent.name }
  }
  if (entry.type === 'handoff' && entry.way === 'number' && entry.status === 'offered') {
    return { kind: 'texted' }
  }
  return undefined
}
