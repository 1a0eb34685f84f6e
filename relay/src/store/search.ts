import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { ConversationRow, Db, Schema } from './schema.ts'

/** A pattern for `like … escape '\'` that finds the words just as they are. */
const patternOf = (words: string) => `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`

const holding = (words: string) => {
  const pattern = patternOf(words)
  return ({
    or,
    exists,
    selectFrom
  }: ExpressionBuilder<Schema, 'conversations'>): Expression<SqlBool> =>
    or([
      exists(
        selectFrom('people')
          .innerJoin('people as known', 'known.root', 'people.root')
          .select('known.id')
          .whereRef('people.id', '=', 'conversations.person')
          .where(sql<boolean>`lower(known.name) like ${pattern} escape '\\'`)
      ),
      exists(
        selectFrom('entries')
          .select('entries.seq')
          .whereRef('entries.conversation', '=', 'conversations.id')
          .where(sql<boolean>`lower(entries.text) like ${pattern} escape '\\'`)
      )
    ])
}

/** Those of the conversations whose person's name, or one of whose messages, holds these words, in any case. */
export async function findWords(
  db: Db,
  words: string,
  rows: ConversationRow[]
): Promise<ConversationRow[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const matches = db.selectFrom('conversations').select('id').where('id', 'in', ids)
  const found = await matches.where(holding(words)).execute()
  const known = new Set(found.map(({ id }) => id))
  return rows.filter(({ id }) => known.has(id))
}
