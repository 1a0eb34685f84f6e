import type { Entry, EntryOf } from '@segue/sdk/protocol'

/** The newest change of each message, by its id. */
export type Edits = ReadonlyMap<string, EntryOf<'edit'>>

/** Reads what the company changed later. */
export const foldEdits = (entries: readonly Entry[]): Edits =>
  new Map(entries.flatMap(entry => (entry.type === 'edit' ? [[entry.message, entry]] : [])))

/** A message as it is now. A page that was fetched after the change has it already. */
export function editMessage(
  message: EntryOf<'message'>,
  edit: EntryOf<'edit'> | undefined
): EntryOf<'message'> {
  if (!edit) return message
  if (!edit.removed) return { ...message, text: edit.text, edited: true }
  const { files: _, buttons: __, content: ___, ...kept } = message
  return { ...kept, text: '', removed: true }
}
