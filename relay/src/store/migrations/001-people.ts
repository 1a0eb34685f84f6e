import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Storage } from './storage.ts'

const addPeople = (db: Kysely<unknown>) =>
  db.schema
    .createTable('people')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('site', 'text', column => column.notNull())
    .addColumn('name', 'text')
    .addColumn('language', 'text')
    .addColumn('traits', 'text', column => column.notNull())
    .addColumn('at', 'bigint', column => column.notNull())
    .execute()

const addAddresses = (db: Kysely<unknown>) =>
  db.schema
    .createTable('addresses')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('site', 'text', column => column.notNull())
    .addColumn('account', 'text', column => column.notNull())
    .addColumn('secretHash', 'text')
    .addColumn('language', 'text')
    .addColumn('lastInboundAt', 'bigint')
    .addColumn('lastInboundId', 'text')
    .addColumn('lastReadId', 'text')
    .addColumn('optedOutAt', 'bigint')
    .addColumn('at', 'bigint', column => column.notNull())
    .execute()

const addNames = async (db: Kysely<unknown>, { clustered }: Storage) => {
  const table = db.schema
    .createTable('names')
    .addColumn('account', 'text', column => column.notNull())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('address', 'text', column => column.notNull().references('addresses.id'))
    .addColumn('rank', 'integer', column => column.notNull())
    .addPrimaryKeyConstraint('namesKey', ['account', 'name'])
  await clustered(table).execute()
  await db.schema.createIndex('namesOfAddress').on('names').columns(['address', 'rank']).execute()
}

/** Who there is, and how each channel names them. */
export const peopleMigration = (storage: Storage): Migration => ({
  async up(db) {
    await addPeople(db)
    await addAddresses(db)
    await addNames(db, storage)
  }
})
