import type { Note as NoteOf } from '../stores/note.ts'
import type { Words } from '../strings/en.ts'
import { usePanel } from './context.ts'

const say = (note: NoteOf, words: Words): string => {
  switch (note.kind) {
    case 'linked':
      return words.noteLinked(note.network, note.display)
    case 'unlinked':
      return words.noteUnlinked(note.network)
    case 'returned':
      return words.noteReturned
    case 'shown':
      return words.noteShown(note.network)
    case 'notShown':
      return words.noteNotShown(note.network)
    case 'texted':
      return words.noteTexted
    case 'joined':
      return words.noteJoined(note.name)
    case 'closed':
      return words.noteClosed
  }
}

/** A line between the messages that nobody said. */
export const Note = ({ note }: { note: NoteOf }) => (
  // A phone number is read from left to right in every language.
  <div class="note" dir="auto">
    {say(note, usePanel().words)}
  </div>
)
