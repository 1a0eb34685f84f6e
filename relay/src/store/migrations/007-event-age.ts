import type { Migration } from 'kysely/migration'

/** Finds a site's oldest events, so that they can be forgotten. Rows come in this order: it costs next to nothing. */
export const eventAgeMigration = (): Migration => ({
  async up(db) {
    await db.schema
      .createIndex('eventsByAge')
      .on('events')
      .columns(['site', 'receivedAt'])
      .execute()
  }
})
