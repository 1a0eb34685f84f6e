import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Whose a file is until it is sent, and by which message it was. */
export const fileOwnersMigration = (): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('files').addColumn('owner', 'text').execute()
    await db.schema.alterTable('files').addColumn('message', 'text').execute()
    // Nobody wrote down which of the earlier ones were sent: all of them are kept.
    await sql`update files set message = ''`.execute(db)
    const index = (name: string) => db.schema.createIndex(name).on('files')
    await index('filesOfOwner')
      .columns(['owner', 'at'])
      .where(sql.ref('owner'), 'is not', null)
      .execute()
    await index('filesUnsent').columns(['at']).where(sql.ref('message'), 'is', null).execute()
  }
})
