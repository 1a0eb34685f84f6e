import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** A pattern for `like … escape '\'` that finds the words just as they are. */
const patternOf = (words: string) => `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`

/** Conversations whose person's name, or one of whose messages, holds these words, in any case. */
export function matchingWords(words: string) {
  const pattern = patternOf(words)
  return ({
    or,
    exists,
    selectFrom
  }: ExpressionBuilder<Schema, 'conversations'>): Expression<SqlBool> =>
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
}
