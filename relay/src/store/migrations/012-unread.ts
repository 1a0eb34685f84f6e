import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Keeps with each conversation how many messages of its visitor no agent has read. */
export const unreadMigration = (): Migration => ({
  async up(db) {
    await db.schema
      .alterTable('conversations')
      .addColumn('unread', 'integer', column => column.notNull().defaultTo(0))
      .execute()
    const { ref } = sql
    await sql`update conversations set unread = (
      select count(*) from entries
      where entries.conversation = conversations.id and entries.seq > ${ref('conversations.agentRead')}
        and entries.type = 'message' and entries.actor = 'visitor'
        and (entries.link is null or not exists (
          select 1 from links where links.id = entries.link and ${ref('links.endedBy')} != 'replaced'))
    )`.execute(db)
  }
})
