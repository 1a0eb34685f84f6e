import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const addEvents = async (db: Kysely<unknown>) => {
  await db.schema
    .createTable('events')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('messageId', 'text', column => column.notNull())
    .addColumn('site', 'text', column => column.notNull())
    .addColumn('person', 'text', column => column.references('people.id'))
    .addColumn('anonymousId', 'text')
    .addColumn('userId', 'text')
    .addColumn('type', 'text', column => column.notNull())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('body', 'text', column => column.notNull())
    .addColumn('page', 'text')
    .addColumn('at', 'bigint', column => column.notNull())
    .addColumn('receivedAt', 'bigint', column => column.notNull())
    .addUniqueConstraint('eventsByMessageId', ['site', 'messageId'])
    .execute()
  const index = (name: string) => db.schema.createIndex(name).on('events')
  await index('eventsOfPerson').columns(['person', 'at', 'id']).execute()
  await index('eventsOfNobody')
    .columns(['site', 'anonymousId'])
    .where(sql.ref('person'), 'is', null)
    .execute()
}

const addFiles = (db: Kysely<unknown>) =>
  db.schema
    .createTable('files')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('site', 'text', column => column.notNull())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('mime', 'text', column => column.notNull())
    .addColumn('size', 'bigint', column => column.notNull())
    .addColumn('at', 'bigint', column => column.notNull())
    .execute()

/** What visitors did on the site, and the pictures and documents they sent. */
export const eventsMigration = (): Migration => ({
  async up(db) {
    await addEvents(db)
    await addFiles(db)
  }
})
