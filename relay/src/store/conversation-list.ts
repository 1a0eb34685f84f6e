import type { Conversation } from '../core/model.ts'
import type { Reads } from '../core/reads.ts'
import { cutPage, type Position, readCursor, writeCursor } from './cursor.ts'
import type { ConversationRow, Db } from './schema.ts'
import { findWords } from './search.ts'

type Filter = Parameters<Reads['conversations']>[0]
type State = Conversation['state']

const STATES: State[] = ['waiting', 'open', 'closed']

/** Conversations searched in one go: some milliseconds' worth. */
const SLICE = 200

/** How a list is ordered. Its key is its name in cursors. */
const orders = {
  waiting: { column: 'waitingSince', direction: 'asc', beyond: '>', sign: 1 },
  active: { column: 'activeAt', direction: 'desc', beyond: '<', sign: -1 }
} as const

type List = keyof typeof orders

const positionOf = (list: List, row: ConversationRow): Position => ({
  at: row[orders[list].column] ?? row.at,
  id: row.id
})

const compare = (a: Position, b: Position) => a.at - b.at || (a.id < b.id ? -1 : 1)

/** One site's conversations in one state: what the indexes have in order already. */
interface Part {
  list: List
  site: string
  state: State
  agent: string | undefined
}

const readRows = (db: Db, part: Part, after: Position | undefined, limit: number) => {
  const { column, direction, beyond } = orders[part.list]
  return db
    .selectFrom('conversations')
    .selectAll()
    .where('site', '=', part.site)
    .where('state', '=', part.state)
    .where('lastAt', 'is not', null)
    .$if(part.agent !== undefined, query => query.where('agent', '=', part.agent!))
    .$if(after !== undefined, query =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple(column, 'id'), beyond, tuple(after!.at, after!.id))
      )
    )
    .orderBy(column, direction)
    .orderBy('id', direction)
    .limit(limit)
    .execute()
}

/**
 * Searches slice by slice, and lets the house do other things in between: without an index
 * of words, a rare one is looked for in everything that was ever said.
 */
async function searchRows(db: Db, part: Part, filter: Filter & { after: Position | undefined }) {
  const found: ConversationRow[] = []
  let { after } = filter
  while (found.length <= filter.limit) {
    const slice = await readRows(db, part, after, SLICE)
    found.push(...(await findWords(db, filter.search!, slice)))
    if (slice.length < SLICE) break
    after = positionOf(part.list, slice.at(-1)!)
    await new Promise(resolve => setImmediate(resolve))
  }
  return found.slice(0, filter.limit + 1)
}

/**
 * One page of the conversations a filter lets through, merged from its sites and states:
 * a list of few among many (the open ones, of one site) must not walk through all the others.
 * @throws {Refused} on a cursor of another list.
 */
export async function listConversations(
  db: Db,
  filter: Filter
): Promise<{ items: ConversationRow[]; next?: string }> {
  const list: List = filter.state === 'waiting' ? 'waiting' : 'active'
  const after = filter.cursor === undefined ? undefined : readCursor(list, filter.cursor)
  const states = filter.state ? [filter.state] : STATES
  const parts: Part[] = filter.sites.flatMap(site =>
    states.map(state => ({ list, site, state, agent: filter.agent }))
  )
  const read = (part: Part) =>
    filter.search
      ? searchRows(db, part, { ...filter, after })
      : readRows(db, part, after, filter.limit + 1)
  const rows: ConversationRow[] = []
  for (const part of parts) rows.push(...(await read(part)))
  rows.sort((a, b) => orders[list].sign * compare(positionOf(list, a), positionOf(list, b)))
  return cutPage(rows, filter.limit, last => writeCursor(list, positionOf(list, last)))
}
