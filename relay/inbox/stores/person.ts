import type { PersonView } from '@segue/sdk/protocol'
import { atom } from 'nanostores'
import { readPerson } from '../api.ts'

/** What is known of the person of the open conversation. */
export interface PersonPanel {
  id: string
  status: 'loading' | 'ready' | 'failed'
  view: PersonView | null
}

export const $person = atom<PersonPanel | null>(null)

/** Reads a person, keeping what is shown while the same one is read again. */
export async function loadPerson(id: string): Promise<void> {
  const known = $person.get()
  const view = known?.id === id ? known.view : null
  $person.set({ id, status: view ? 'ready' : 'loading', view })
  const stillAsked = () => $person.get()?.id === id
  try {
    const read = await readPerson(id)
    if (stillAsked()) $person.set({ id, status: 'ready', view: read })
  } catch {
    if (stillAsked()) $person.set({ id, status: view ? 'ready' : 'failed', view })
  }
}
