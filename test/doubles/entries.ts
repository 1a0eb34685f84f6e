import type { Entry, EntryOf, Surface } from '@segue/sdk'

/** An entry that has no number yet. */
export type Draft = Entry extends infer One ? (One extends Entry ? Omit<One, 'seq'> : never) : never

export const WEB: Surface = { account: 'web', network: 'web' }
export const ON_WHATSAPP: Surface = { account: 'wa', network: 'whatsapp' }
export const ON_SMS: Surface = { account: 'text', network: 'sms' }

/** A quiet Tuesday noon, in the visitor's own zone. */
export const NOON = new Date(2026, 10, 17, 12).getTime()
export const MINUTE = 60_000

/** Numbers entries from `first` on. */
export const entriesFrom = (first: number, ...drafts: Draft[]): Entry[] =>
  drafts.map((draft, i) => ({ ...draft, seq: first + i }) as Entry)

let messages = 0

/** Somebody said something on the site, at noon. */
export const said = (
  from: EntryOf<'message'>['from'],
  text: string,
  more: Partial<EntryOf<'message'>> = {}
): Draft => ({ type: 'message', id: `m${++messages}`, at: NOON, from, text, on: WEB, ...more })

export const seenBy = (
  by: 'visitor' | 'agent',
  upTo: number,
  status: 'delivered' | 'read' = 'read'
): Draft => ({ type: 'seen', at: NOON, by, upTo, status })

export const linked = (id = 'l1', more: Partial<EntryOf<'link'>> = {}): Draft => ({
  type: 'link',
  at: NOON,
  id,
  on: ON_WHATSAPP,
  status: 'linked',
  proof: 'code',
  display: '+46 •••• 0001',
  ...more
})

export const mirrored = (shown: boolean, link = 'l1'): Draft => ({
  type: 'mirror',
  at: NOON,
  link,
  on: ON_WHATSAPP,
  shown,
  by: 'phone'
})

export const offered = (id = 'h1', more: Partial<EntryOf<'handoff'>> = {}): Draft => ({
  type: 'handoff',
  at: NOON,
  id,
  to: ON_WHATSAPP,
  status: 'offered',
  by: 'agent',
  way: 'code',
  ...more
})

export const stateOf = (state: 'waiting' | 'open' | 'closed', name?: string): Draft => ({
  type: 'state',
  at: NOON,
  state,
  ...(name && { agent: { id: name, name } })
})

/** Something this visitor may not see. */
export const HIDDEN: Draft = { type: 'hidden' }
