import { type SelectQueryBuilder, sql } from 'kysely'
import type { Reads } from '../core/store.ts'
import { cutPage, readCursor, writeCursor } from './cursor.ts'
import type { ConversationRow, Db, Schema } from './schema.ts'

type Filter = Parameters<Reads['conversations']>[0]
type Query<Row> = SelectQueryBuilder<Schema, 'conversations', Row>

/** How a list is ordered, and its name in cursors. */
const orders = {
  waiting: { column: 'waitingSince', direction: 'asc', beyond: '>' },
  active: { column: 'activeAt', direction: 'desc', beyond: '<' }
} as const

const orderOf = (filter: Filter) => (filter.state === 'waiting' ? 'waiting' : 'active')

/** A pattern for `like … escape '\'` that finds the words as they are. */
const patternOf = (words: string) => `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`

const withWords = <Row>(query: Query<Row>, words: string) => {
  const pattern = patternOf(words)
  return query.where(({ or, exists, selectFrom }) =>
    or([
      exists(
        selectFrom('people')
          .select('people.id')
          .whereRef('people.id', '=', 'conversations.person')
          .where(sql<boolean>`lower(people.name) like ${pattern} escape '\\'`)
      ),
      exists(
        selectFrom('entries')
          .select('entries.seq')
          .whereRef('entries.conversation', '=', 'conversations.id')
          .where(sql<boolean>`lower(entries.text) like ${pattern} escape '\\'`)
      )
    ])
  )
}

const matching = (db: Db, { sites, state, agent, search }: Filter) => {
  let query = db
    .selectFrom('conversations')
    .selectAll('conversations')
    .where('site', 'in', sites)
    .where('lastAt', 'is not', null)
  if (state) query = query.where('state', '=', state)
  if (agent) query = query.where('agent', '=', agent)
  return search ? withWords(query, search) : query
}

/** One page of the conversations a filter lets through. @throws {Refused} on a cursor of another list. */
export async function listConversations(
  db: Db,
  filter: Filter
): Promise<{ items: ConversationRow[]; next?: string }> {
  if (filter.sites.length === 0) return { items: [] }
  const list = orderOf(filter)
  const { column, direction, beyond } = orders[list]
  let query = matching(db, filter)
  if (filter.cursor !== undefined) {
    const { at, id } = readCursor(list, filter.cursor)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple(column, 'id'), beyond, tuple(at, id))
    )
  }
  const rows = await query
    .orderBy(column, direction)
    .orderBy('id', direction)
    .limit(filter.limit + 1)
    .execute()
  return cutPage(rows, filter.limit, last =>
    writeCursor(list, { at: last[column] ?? last.at, id: last.id })
  )
}
