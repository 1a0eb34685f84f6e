import type { Migration } from 'kysely/migration'

/** Finds every conversation an address was ever in: a visitor may read those that are behind them. */
export const linksOfAddressMigration = (): Migration => ({
  async up(db) {
    await db.schema.createIndex('linksOfAddress').on('links').columns(['address']).execute()
  }
})
