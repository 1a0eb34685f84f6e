import type { Entry, EntryOf } from '@segue/sdk'

/** The end of a conversation. */
export interface End {
  /** Of what closed it. */
  seq: number
  /** When it was. */
  at: number
  /** Whether the visitor has said how it went. */
  rated: boolean
  /** Whether somebody of the company has said something: what nobody answered is not mailed. */
  answered: boolean
}

/** How a conversation stands. */
export interface Course {
  state?: EntryOf<'state'>
  /** The newest `seq` at which the visitor has said how it went. */
  rated: number
  answered: boolean
}

export const BEGINNING: Course = { rated: 0, answered: false }

/** How it stands after these entries. */
export function goOn({ state, rated, answered }: Course, entries: readonly Entry[]): Course {
  for (const entry of entries) {
    if (entry.type === 'state') state = entry
    else if (entry.type === 'rating') rated = entry.seq
    else if (entry.type === 'message') answered ||= entry.from === 'agent'
  }
  return { ...(state && { state }), rated, answered }
}

/** Undefined while it goes on. */
export const endOf = ({ state, rated, answered }: Course): End | undefined =>
  state?.state === 'closed'
    ? { seq: state.seq, at: state.at, rated: rated > state.seq, answered }
    : undefined
