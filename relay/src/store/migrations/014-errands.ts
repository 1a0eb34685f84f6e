import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What is to be done outside of any conversation: mails, and the like. */
export const errandsMigration = (): Migration => ({
  async up(db) {
    await db.schema
      .createTable('errands')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('kind', 'text', column => column.notNull())
      .addColumn('order', 'text', column => column.notNull())
      .addColumn('at', 'bigint', column => column.notNull())
      .addColumn('until', 'bigint', column => column.notNull())
      .addColumn('attempts', 'integer', column => column.notNull())
      .addColumn('runAt', 'bigint', column => column.notNull())
      .addColumn('leasedUntil', 'bigint')
      .execute()
    const index = (name: string) => db.schema.createIndex(name).on('errands')
    await index('errandsDue').columns(['runAt']).where(sql.ref('leasedUntil'), 'is', null).execute()
    await index('errandsLeased')
      .columns(['leasedUntil'])
      .where(sql.ref('leasedUntil'), 'is not', null)
      .execute()
  }
})
