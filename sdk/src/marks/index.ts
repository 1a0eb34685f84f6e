/** The light marks of messages, read in one place: for the widget, the inbox, the networks, and whoever draws a chat of their own. */
export { drawMarks, type MakeElement, type MarkProps } from './draw-marks.ts'
export type { Marked, Piece, Tag } from './piece.ts'
export { plainText } from './plain-text.ts'
export { readMarks } from './read-marks.ts'
