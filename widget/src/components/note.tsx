import type { Note as NoteOf } from '../stores/note.ts'
import type { Words } from '../strings/words.ts'
import { usePanel } from './context.ts'

/** What a note says. Its kind names the words, which fit no other kind. */
export function sayNote(note: NoteOf, words: Words): string {
  const say = words.note[note.kind]
  const text = typeof say === 'string' ? say : say(note as never)
  // A phone number is read from left to right in every language (U+2066 isolates it).
  return 'display' in note && note.display ? `${text} (\u2066${note.display}\u2069)` : text
}

/** A line between the messages that nobody said. */
export const Note = ({ note }: { note: NoteOf }) => (
  <div class="note" dir="auto">
    {sayNote(note, usePanel().words)}
  </div>
)
