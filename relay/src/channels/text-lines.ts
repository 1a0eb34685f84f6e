import type { Content } from '../core/channel.ts'

/** How many characters a network counts: an emoji beyond the basic plane is one. */
export const countPoints = (text: string): number => [...text].length

/** A text with more lines under it. Empty ones are left out. */
export const withLines = (text: string, lines: string[]): string =>
  [text, ...lines].filter(Boolean).join('\n')

/** Buttons for where there are none: the words to send back. */
export const wordsOf = (buttons: Content['buttons']): string =>
  buttons.map(({ title }) => title).join(' / ')

/** A whole message as text: files become their links, buttons their words. */
export const asText = ({ text, files, buttons }: Content): string =>
  withLines(text, [...files.map(({ url }) => url), wordsOf(buttons)])
