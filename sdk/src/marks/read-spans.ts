import type { Piece, Tag } from './piece.ts'

const TAGS = new Map<string, Tag>([
  ['*', 'strong'],
  ['_', 'em'],
  ['~', 's']
])

// What ends an address. Beside white space and quotes: what turns the direction of writing, so that none looks like another.
const NOT = '\\s<>"\'`\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069'
// Sentences end, brackets close and marks stand after an address more often than in it.
const LAST = `[^${NOT}.,:;!?)\\]}»”*_~]`
const TOKEN = new RegExp(`(?:https?:\\/\\/|\\bwww\\.)[^${NOT}]*${LAST}|\`\`\`|[*_~\`]`, 'gi')

const WORD = /[\p{L}\p{N}]/u
const SPACE = /\s/

/** Whether a mark may stand beside this: in `2*3*4` and `some_file_name` there are none. */
const isEdge = (beside: string | undefined): boolean => !beside || !WORD.test(beside)
/** Whether a mark may hold on to this. */
const isHold = (beside: string | undefined): boolean => !!beside && !SPACE.test(beside)

/** Only what certainly is a web address: no other scheme can come out of this. */
function linkOf(address: string): Piece {
  const url = /^www/i.test(address) ? `https://${address}` : address
  return URL.canParse(url) ? { tag: 'a', href: new URL(url).href, of: [address] } : address
}

/** The code that begins here with these ticks, if it ends on this line. */
function codeAt(
  line: string,
  at: number,
  ticks: string
): { piece: Piece; end: number } | undefined {
  const from = at + ticks.length
  // The nearest end and no other: to try them all would take a hostile line forever.
  const to = line.indexOf(ticks, from)
  const end = to + ticks.length
  const code = line.slice(from, to)
  if (to < 0 || !code.trim() || !isEdge(line[at - 1]) || !isEdge(line[end])) return undefined
  return { piece: { tag: 'code', of: [code] }, end }
}

/** Marks that are open, each in the one before. The first is the line itself. */
function createNest() {
  const nest = [{ mark: '', of: [] as Piece[] }]

  const put = (into: Piece[], piece: Piece): void => {
    const last = into.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') into[into.length - 1] = last + piece
    else if (piece) into.push(piece)
  }

  /** An open mark that never closed is a character like others. */
  const drop = (at: number): void => {
    const [{ mark, of }] = nest.splice(at, 1) as [(typeof nest)[number]]
    const into = nest[at - 1]!.of
    put(into, mark)
    for (const piece of of) put(into, piece)
  }

  const find = (mark: string): number => nest.findIndex(one => one.mark === mark)

  return {
    add: (piece: Piece): void => put(nest.at(-1)!.of, piece),

    open(mark: string): void {
      const before = find(mark)
      // One of each kind at a time, the newest: so no piece is moved more than three times.
      if (before > 0) drop(before)
      nest.push({ mark, of: [] })
    },

    /** Whether there was one to close. */
    close(mark: string): boolean {
      const at = find(mark)
      if (at < 0) return false
      while (nest.length > at + 1) drop(nest.length - 1)
      const { of } = nest.pop()!
      this.add({ tag: TAGS.get(mark)!, of })
      return true
    },

    end(): Piece[] {
      while (nest.length > 1) drop(nest.length - 1)
      return nest[0]!.of
    }
  }
}

/** Reads the marks and the addresses in one line. Takes time in proportion to its length, whatever it holds. */
export function readSpans(line: string): Piece[] {
  const nest = createNest()
  let done = 0
  for (const { 0: token, index } of line.matchAll(TOKEN)) {
    // Inside of code.
    if (index < done) continue
    nest.add(line.slice(done, index))
    done = index + token.length
    const before = line[index - 1]
    const after = line[done]
    if (token[0] === '`') {
      const code = codeAt(line, index, token)
      nest.add(code?.piece ?? token)
      done = code?.end ?? done
    } else if (token.length > 1) nest.add(linkOf(token))
    // Two of a kind are none: `__init__`, and lines to fill in.
    else if (before === token || after === token) nest.add(token)
    else if (isHold(before) && isEdge(after) && nest.close(token)) continue
    else if (isEdge(before) && isHold(after)) nest.open(token)
    else nest.add(token)
  }
  nest.add(line.slice(done))
  return nest.end()
}
