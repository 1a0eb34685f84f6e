import type { Piece } from './piece.ts'
import { readLine, stretchesOf } from './read-marks.ts'
import { readSpans } from './read-spans.ts'

// What is struck out would say the opposite without its marks.
const said = (piece: Piece): string => {
  if (typeof piece === 'string') return piece
  const words = piece.of.map(said).join('')
  return piece.tag === 's' ? `~${words}~` : words
}

/** A line in plain words. Its dash, number or sign of a quote says what it is anywhere. */
function plainLine(line: string): string {
  const { beginning, rest } = readLine(line)
  return beginning + readSpans(rest).map(said).join('')
}

/** A message without the marks that only a messenger draws: for texts, notifications and lists. Line by line the same. */
export const plainText = (text: string): string =>
  stretchesOf(text)
    .map(({ isCode, text: stretch }) =>
      isCode ? stretch : stretch.split('\n').map(plainLine).join('\n')
    )
    .join('')
