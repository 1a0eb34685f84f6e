import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Storage } from './storage.ts'

const addDeliveries = async (db: Kysely<unknown>) => {
  await db.schema
    .createTable('deliveries')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('conversation', 'text', column => column.references('conversations.id'))
    .addColumn('message', 'text')
    .addColumn('account', 'text', column => column.notNull())
    .addColumn('address', 'text', column => column.notNull().references('addresses.id'))
    .addColumn('content', 'text', column => column.notNull())
    .addColumn('template', 'text')
    .addColumn('status', 'text', column => column.notNull())
    .addColumn('providerId', 'text')
    .addColumn('reason', 'text')
    .addColumn('insteadOf', 'text')
    .addColumn('at', 'bigint', column => column.notNull())
    .execute()
  const index = (name: string) => db.schema.createIndex(name).on('deliveries')
  await index('deliveriesOfMessage').columns(['message']).execute()
  await index('deliveriesByProvider').columns(['account', 'providerId']).execute()
}

const addOutbox = async (db: Kysely<unknown>, { clustered }: Storage) => {
  const table = db.schema
    .createTable('outbox')
    .addColumn('id', 'text', column => column.notNull().unique())
    .addColumn('delivery', 'text', column => column.notNull().references('deliveries.id'))
    .addColumn('account', 'text', column => column.notNull())
    .addColumn('lane', 'text', column => column.notNull())
    .addColumn('position', 'bigint', column => column.notNull())
    .addColumn('attempts', 'integer', column => column.notNull())
    .addColumn('runAt', 'bigint', column => column.notNull())
    .addColumn('leasedUntil', 'bigint')
    .addPrimaryKeyConstraint('outboxKey', ['lane', 'position'])
  await clustered(table).execute()
  const index = (name: string) => db.schema.createIndex(name).on('outbox')
  await index('outboxDue').columns(['runAt']).where(sql.ref('leasedUntil'), 'is', null).execute()
  await index('outboxLeases')
    .columns(['leasedUntil'])
    .where(sql.ref('leasedUntil'), 'is not', null)
    .execute()
}

const addWebhooks = async (db: Kysely<unknown>, { clustered }: Storage) => {
  const table = db.schema
    .createTable('webhooks')
    .addColumn('account', 'text', column => column.notNull())
    .addColumn('key', 'text', column => column.notNull())
    .addColumn('at', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('webhooksKey', ['account', 'key'])
  await clustered(table).execute()
  await db.schema.createIndex('webhooksByAge').on('webhooks').columns(['at']).execute()
}

/** What goes out to the networks, and what has come in from them already. */
export const deliveriesMigration = (storage: Storage): Migration => ({
  async up(db) {
    await addDeliveries(db)
    await addOutbox(db, storage)
    await addWebhooks(db, storage)
  }
})
