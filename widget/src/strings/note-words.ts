import type { Note } from '../stores/note.ts'

/** What each kind of note says. */
export type NoteWords = {
  [Kind in Note['kind']]: (note: Extract<Note, { kind: Kind }>) => string
}
