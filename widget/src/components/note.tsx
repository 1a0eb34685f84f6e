import type { Note as NoteOf } from '../stores/note.ts'
import type { Words } from '../strings/en.ts'
import { usePanel } from './context.ts'

/** What a note says. Its kind names the words, which fit no other kind. */
export const sayNote = (note: NoteOf, words: Words): string => words.note[note.kind](note as never)

/** A line between the messages that nobody said. */
export const Note = ({ note }: { note: NoteOf }) => (
  // A phone number is read from left to right in every language.
  <div class="note" dir="auto">
    {sayNote(note, usePanel().words)}
  </div>
)
