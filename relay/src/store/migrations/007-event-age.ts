import { type SqlBool, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Finds a site's oldest events, so that they can be forgotten; rows come in this order, so it costs next to nothing.
 * What is nobody's leaves the index of what people did, which costs it less.
 */
export const eventAgeMigration = (): Migration => ({
  async up(db) {
    const index = (name: string) => db.schema.createIndex(name).on('events')
    await index('eventsByAge').columns(['site', 'receivedAt']).execute()
    await db.schema.dropIndex('eventsOfPerson').execute()
    await index('eventsOfSomebody')
      .columns(['person', 'at', 'id'])
      .where(sql.ref('person'), 'is not', null)
      .execute()
    await db.schema.dropIndex('eventsOfNobody').execute()
    await index('eventsOfStrangers')
      .columns(['site', 'anonymousId'])
      .where(sql<SqlBool>`person is null and "anonymousId" is not null`)
      .execute()
  }
})
