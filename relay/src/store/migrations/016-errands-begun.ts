import type { Migration } from 'kysely/migration'

/** Whether an errand has come so far that it may have been done. */
export const errandsBegunMigration = (): Migration => ({
  async up(db) {
    await db.schema
      .alterTable('errands')
      .addColumn('begun', 'integer', column => column.notNull().defaultTo(0))
      .execute()
  }
})
