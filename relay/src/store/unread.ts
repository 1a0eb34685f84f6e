import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { once } from './once.ts'
import type { Db, Schema } from './schema.ts'

/** Whether an entry still belongs to its thread: what was said through a link that was undone has gone home with its phone. */
export const staysHere = ({
  or,
  eb,
  not,
  exists,
  selectFrom
}: ExpressionBuilder<Schema, 'entries'>): Expression<SqlBool> =>
  or([
    eb('entries.link', 'is', null),
    not(
      exists(
        selectFrom('links')
          .select('links.id')
          .whereRef('links.id', '=', 'entries.link')
          .where('links.endedBy', '!=', 'replaced')
      )
    )
  ])

/**
 * Counts a conversation's unread messages anew. They are kept with it, and each new one adds itself, because the
 * inboxes' lists ask for them after every change: counting rows each time cost more than all else they ask.
 */
export function recountUnread(db: Db): (id: string) => Promise<unknown> {
  const recount = once(db, ({ id }: { id: string }) =>
    db
      .updateTable('conversations')
      .set(({ selectFrom }) => ({
        unread: selectFrom('entries')
          .whereRef('entries.conversation', '=', 'conversations.id')
          .whereRef('entries.seq', '>', 'conversations.agentRead')
          .where('entries.type', '=', 'message')
          .where('entries.actor', '=', 'visitor')
          .where(staysHere)
          .select(({ fn }) => fn.countAll<number>().as('unread'))
      }))
      .where('id', '=', id)
  )
  return id => recount({ id })
}
