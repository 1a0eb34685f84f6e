import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const addConversations = async (db: Kysely<unknown>) => {
  await db.schema
    .createTable('conversations')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('site', 'text', column => column.notNull())
    .addColumn('person', 'text', column => column.notNull().references('people.id'))
    .addColumn('seq', 'bigint', column => column.notNull())
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('agent', 'text')
    .addColumn('page', 'text')
    .addColumn('at', 'bigint', column => column.notNull())
    .addColumn('waitingSince', 'bigint')
    .addColumn('lastAddress', 'text')
    .addColumn('lastAt', 'bigint')
    .addColumn('agentRead', 'bigint', column => column.notNull())
    .addColumn('visitorRead', 'bigint', column => column.notNull())
    .addColumn('agentGot', 'bigint', column => column.notNull())
    .addColumn('visitorGot', 'bigint', column => column.notNull())
    .addColumn('activeAt', 'bigint', column => column.notNull())
    .execute()
  const index = (name: string) => db.schema.createIndex(name).on('conversations')
  await index('conversationsByActivity').columns(['site', 'state', 'activeAt', 'id']).execute()
  await index('conversationsByWait').columns(['site', 'state', 'waitingSince', 'id']).execute()
  await index('conversationsOfAgent')
    .columns(['agent', 'site', 'state', 'activeAt', 'id'])
    .where(sql.ref('agent'), 'is not', null)
    .execute()
  await index('conversationsOfPerson').columns(['person']).execute()
}

/**
 * Kept in the order they came, not by conversation: new ones of many conversations go to the same
 * page, where each would otherwise write a page of its own and move its neighbours' rows about.
 */
const addEntries = async (db: Kysely<unknown>) => {
  await db.schema
    .createTable('entries')
    .addColumn('conversation', 'text', column => column.notNull().references('conversations.id'))
    .addColumn('seq', 'bigint', column => column.notNull())
    .addColumn('at', 'bigint', column => column.notNull())
    .addColumn('type', 'text', column => column.notNull())
    .addColumn('link', 'text')
    .addColumn('message', 'text')
    .addColumn('cid', 'text')
    .addColumn('actor', 'text')
    .addColumn('text', 'text')
    .addColumn('body', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('entriesKey', ['conversation', 'seq'])
    .execute()
  const index = (name: string) => db.schema.createIndex(name).on('entries').unique()
  // The ids come first because they are made of the time: new ones lie side by side at the end of
  // the index, so that a commit writes few pages, and not one a conversation.
  await index('entriesByMessage')
    .columns(['message', 'conversation'])
    .where(sql.ref('message'), 'is not', null)
    .execute()
  await index('entriesByCid')
    .columns(['cid', 'conversation'])
    .where(sql.ref('cid'), 'is not', null)
    .execute()
}

const addLinks = async (db: Kysely<unknown>) => {
  await db.schema
    .createTable('links')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('address', 'text', column => column.notNull().references('addresses.id'))
    .addColumn('person', 'text', column => column.notNull().references('people.id'))
    .addColumn('conversation', 'text', column => column.notNull().references('conversations.id'))
    .addColumn('proof', 'text', column => column.notNull())
    .addColumn('mirror', 'text', column => column.notNull())
    .addColumn('before', 'text')
    .addColumn('handoff', 'text')
    .addColumn('via', 'text')
    .addColumn('at', 'bigint', column => column.notNull())
    .addColumn('endedAt', 'bigint')
    .addColumn('endedBy', 'text')
    .execute()
  const index = (name: string) => db.schema.createIndex(name).on('links')
  // An address has one link that has not ended, and no mistake elsewhere can give it two.
  await index('linksCurrent')
    .unique()
    .columns(['address'])
    .where(sql.ref('endedAt'), 'is', null)
    .execute()
  await index('linksOfPerson').columns(['person']).execute()
  await index('linksOfConversation').columns(['conversation']).execute()
  await index('linksByMirror').columns(['mirror']).where(sql.ref('endedAt'), 'is', null).execute()
}

/** Conversations, what happened in them, and which addresses take part. */
export const conversationsMigration = (): Migration => ({
  async up(db) {
    await addConversations(db)
    await addEntries(db)
    await addLinks(db)
  }
})
