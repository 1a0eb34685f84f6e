/** What a text may be drawn with. No other element can come out of one. */
export type Tag =
  | 'p'
  | 'pre'
  | 'blockquote'
  | 'ul'
  | 'ol'
  | 'li'
  | 'strong'
  | 'em'
  | 's'
  | 'code'
  | 'a'

/** A part of a text that is more than its characters. */
export interface Marked {
  tag: Tag
  of: readonly Piece[]
  /** Of an `a`: http or https, never anything else. */
  href?: string
  /** Of an item of an `ol`: the number it was written with. */
  value?: number
}

/** Characters as they are, or marked ones. */
export type Piece = string | Marked
