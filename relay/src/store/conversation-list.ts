import { sql } from 'kysely'
import type { Conversation } from '../core/model.ts'
import type { Reads } from '../core/store.ts'
import { cutPage, type Position, readCursor, writeCursor } from './cursor.ts'
import type { ConversationRow, Db } from './schema.ts'
import { matchingWords } from './search.ts'

type Filter = Parameters<Reads['conversations']>[0]
type State = Conversation['state']

const STATES: State[] = ['waiting', 'open', 'closed']

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

interface Part {
  list: List
  site: string
  state: State
  after: Position | undefined
}

/** The first rows of one site in one state: what the indexes have in order already. */
const readPart = (db: Db, filter: Filter, { list, site, state, after }: Part) => {
  const { column, direction, beyond } = orders[list]
  return db
    .selectFrom('conversations')
    .selectAll()
    .where('site', '=', site)
    .where('state', '=', state)
    .where('lastAt', 'is not', null)
    .$if(filter.agent !== undefined, query => query.where('agent', '=', filter.agent!))
    .$if(!!filter.search, query => query.where(matchingWords(filter.search!)))
    .$if(after !== undefined, query =>
      query.where(
        sql<boolean>`(${sql.ref(column)}, id) ${sql.raw(beyond)} (${after!.at}, ${after!.id})`
      )
    )
    .orderBy(column, direction)
    .orderBy('id', direction)
    .limit(filter.limit + 1)
    .execute()
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
  const parts = filter.sites.flatMap(site =>
    states.map(state => readPart(db, filter, { list, site, state, after }))
  )
  const rows = (await Promise.all(parts)).flat()
  rows.sort((a, b) => orders[list].sign * compare(positionOf(list, a), positionOf(list, b)))
  return cutPage(rows, filter.limit, last => writeCursor(list, positionOf(list, last)))
}
