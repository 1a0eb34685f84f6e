import type { Marked, Piece, Tag } from './piece.ts'
import { readMarks } from './read-marks.ts'

/** What an element of a text is drawn with. */
export type MarkProps = Record<string, string | number>

/** Makes an element: `h` of Preact, `createElement` of React, or what a page has of its own. */
export type MakeElement<Node> = (tag: Tag, props: MarkProps, ...of: (Node | string)[]) => Node

function propsOf({ href, value }: Marked, key: number): MarkProps {
  // The page we are on is none of the business of whoever is linked to.
  if (href) return { key, href, target: '_blank', rel: 'noopener noreferrer nofollow' }
  return value === undefined ? { key } : { key, value }
}

/**
 * Draws a message with its marks, element by element. No HTML is made of it, so none in it can come alive.
 *
 * @example
 * import { h } from 'preact'
 * const Text = ({ text }) => <div>{drawMarks(text, h)}</div>
 */
export function drawMarks<Node>(text: string, make: MakeElement<Node>): Node[] {
  const draw = (marked: Marked, key: number): Node =>
    make(marked.tag, propsOf(marked, key), ...marked.of.map(drawPiece))
  const drawPiece = (piece: Piece, key: number): Node | string =>
    typeof piece === 'string' ? piece : draw(piece, key)
  return readMarks(text).map(draw)
}
