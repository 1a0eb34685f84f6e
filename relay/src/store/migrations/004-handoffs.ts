import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

const addHandoffs = async (db: Kysely<unknown>) => {
  await db.schema
    .createTable('handoffs')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('site', 'text', column => column.notNull())
    .addColumn('conversation', 'text', column => column.notNull().references('conversations.id'))
    .addColumn('person', 'text', column => column.notNull().references('people.id'))
    .addColumn('account', 'text', column => column.notNull())
    .addColumn('way', 'text', column => column.notNull())
    .addColumn('by', 'text', column => column.notNull())
    .addColumn('codeHash', 'text')
    .addColumn('address', 'text', column => column.references('addresses.id'))
    .addColumn('status', 'text', column => column.notNull())
    .addColumn('at', 'bigint', column => column.notNull())
    .addColumn('expiresAt', 'bigint', column => column.notNull())
    .execute()
  const index = (name: string) => db.schema.createIndex(name).on('handoffs')
  await index('handoffsByCode').columns(['account', 'codeHash']).execute()
  await index('handoffsOfAddress').columns(['address']).execute()
  await index('handoffsByExpiry').columns(['status', 'expiresAt']).execute()
}

const addReturnLinks = async (db: Kysely<unknown>) => {
  await db.schema
    .createTable('returnLinks')
    .addColumn('hash', 'text', column => column.primaryKey())
    .addColumn('conversation', 'text', column => column.notNull().references('conversations.id'))
    .addColumn('link', 'text', column => column.notNull().references('links.id'))
    .addColumn('expiresAt', 'bigint', column => column.notNull())
    .execute()
  await db.schema
    .createIndex('returnLinksByExpiry')
    .on('returnLinks')
    .columns(['expiresAt'])
    .execute()
}

/** The ways from the site to a phone, and back. */
export const handoffsMigration = (): Migration => ({
  async up(db) {
    await addHandoffs(db)
    await addReturnLinks(db)
  }
})
