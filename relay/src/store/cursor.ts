import { Refused } from '../core/refusal.ts'

/** The last line of a page: the next one begins after it. `at` decides, `id` breaks a tie. */
export interface Position {
  at: number
  id: string
}

/** Makes a cursor for the pages of one list. `list` keeps it from being used with another one. */
export const writeCursor = (list: string, { at, id }: Position): string =>
  Buffer.from(JSON.stringify([list, at, id])).toString('base64url')

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}

/** Reads what `writeCursor` wrote. @throws {Refused} `invalid` when it is not a cursor of this list. */
export function readCursor(list: string, cursor: string): Position {
  const parts = parse(cursor)
  if (Array.isArray(parts) && parts.length === 3) {
    const [of, at, id] = parts
    if (of === list && Number.isFinite(at) && typeof id === 'string') return { at, id }
  }
  throw new Refused(
    'invalid',
    'The cursor is not one that this list gave. Leave it out to begin at the first page.',
    'cursor'
  )
}

/** Cuts a result that was asked for one row more than the page holds. */
export function cutPage<Item>(
  rows: Item[],
  limit: number,
  cursorOf: (last: Item) => string
): { items: Item[]; next?: string } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return rows.length > limit && last ? { items, next: cursorOf(last) } : { items }
}
