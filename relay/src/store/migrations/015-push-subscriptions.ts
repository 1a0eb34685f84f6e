import type { Migration } from 'kysely/migration'

/** Browsers that asked to be told of answers. */
export const pushSubscriptionsMigration = (): Migration => ({
  async up(db) {
    await db.schema
      .createTable('pushSubscriptions')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('site', 'text', column => column.notNull())
      .addColumn('address', 'text', column => column.notNull().references('addresses.id'))
      .addColumn('endpoint', 'text', column => column.notNull().unique())
      .addColumn('p256dh', 'text', column => column.notNull())
      .addColumn('auth', 'text', column => column.notNull())
      .addColumn('at', 'bigint', column => column.notNull())
      .execute()
    await db.schema
      .createIndex('pushSubscriptionsOfAddress')
      .on('pushSubscriptions')
      .columns(['address', 'at'])
      .execute()
  }
})
