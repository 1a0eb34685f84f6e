import type { Marked, Piece } from './piece.ts'
import { readSpans } from './read-spans.ts'

const FENCE = '```'

/** A stretch of a text: code of several lines, or lines to be read for marks. */
export interface Stretch {
  isCode: boolean
  text: string
}

/** Cuts the code of several lines out of a text. What stays on one line is left to that line. */
export function stretchesOf(text: string): Stretch[] {
  const stretches: Stretch[] = []
  let from = 0
  let at = 0
  for (;;) {
    const open = text.indexOf(FENCE, at)
    const close = open < 0 ? -1 : text.indexOf(FENCE, open + FENCE.length)
    if (close < 0) break
    const code = text.slice(open + FENCE.length, close)
    at = close + FENCE.length
    if (!code.trim().length || !code.includes('\n')) continue
    stretches.push({ isCode: false, text: text.slice(from, open) }, { isCode: true, text: code })
    from = at
  }
  return [...stretches, { isCode: false, text: text.slice(from) }]
}

/** What a line begins with that makes it an item, or said by somebody else. */
const BEGINNING = /^(?:([*•-])|(\d{1,3})[.)]|>) +(?=\S)/

/** A line without what it begins with, and what that makes of it. */
export interface Line {
  tag: 'p' | 'ul' | 'ol' | 'blockquote'
  beginning: string
  rest: string
  value?: number
}

export function readLine(line: string): Line {
  const match = BEGINNING.exec(line)
  if (!match) return { tag: 'p', beginning: '', rest: line }
  const [beginning, bullet, number] = match
  const rest = line.slice(beginning.length)
  if (number) return { tag: 'ol', beginning, rest, value: Number(number) }
  return { tag: bullet ? 'ul' : 'blockquote', beginning, rest }
}

type Group = { tag: 'pre'; code: string } | { tag: Line['tag']; lines: Line[] }

/** Neighbours of one kind belong together. */
function groupsOf(text: string): Group[] {
  const groups: Group[] = []
  for (const { isCode, text: stretch } of stretchesOf(text)) {
    if (isCode) {
      groups.push({ tag: 'pre', code: stretch.replace(/^\n/, '').replace(/\n$/, '') })
      continue
    }
    for (const line of stretch.split('\n').map(readLine)) {
      const last = groups.at(-1)
      if (last?.tag === line.tag) last.lines.push(line)
      else groups.push({ tag: line.tag, lines: [line] })
    }
  }
  return groups
}

/** What stands on several lines, with their ends in it. */
const asLines = (lines: readonly Line[]): Piece[] =>
  lines.flatMap(({ rest }, i) => [...(i ? ['\n'] : []), ...readSpans(rest)])

const asItem = ({ rest, value }: Line): Marked => ({
  tag: 'li',
  of: readSpans(rest),
  ...(value !== undefined && { value })
})

const isFull = ({ rest }: Line): boolean => /\S/.test(rest)

/** A paragraph beside others of its kind is set off by more than empty lines. */
function withoutEdges(lines: readonly Line[], isFirst: boolean, isLast: boolean): readonly Line[] {
  const from = isFirst ? 0 : lines.findIndex(isFull)
  const to = isLast ? lines.length : lines.findLastIndex(isFull) + 1
  return from < 0 ? [] : lines.slice(from, to)
}

/**
 * Reads a message as people write them in a messenger: `*bold*`, `_italic_`, `~struck~`, `` `code` ``, lists, `> quotes`
 * and addresses. Made to be drawn element by element: no HTML comes out of it. Never throws, and leaves out nothing but
 * the marks and empty lines beside lists, quotes and code.
 */
export function readMarks(text: string): Marked[] {
  const groups = groupsOf(text)
  return groups.flatMap((group, i): Marked[] => {
    if (group.tag === 'pre') return [{ tag: 'pre', of: [group.code] }]
    const { tag, lines } = group
    if (tag === 'ul' || tag === 'ol') return [{ tag, of: lines.map(asItem) }]
    if (tag === 'blockquote') return [{ tag, of: asLines(lines) }]
    const kept = withoutEdges(lines, i === 0, i === groups.length - 1)
    return kept.length > 0 ? [{ tag, of: asLines(kept) }] : []
  })
}
