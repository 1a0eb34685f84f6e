import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const addJoins = async (db: Kysely<unknown>) => {
  await db.schema
    .createTable('joins')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('site', 'text', column => column.notNull())
    .addColumn('node', 'text', column => column.notNull())
    .addColumn('to', 'text', column => column.notNull())
    .addColumn('proof', 'text', column => column.notNull())
    .addColumn('at', 'bigint', column => column.notNull())
    .addColumn('endedAt', 'bigint')
    .addColumn('endedBy', 'text')
    .addUniqueConstraint('joinsOfNode', ['site', 'node', 'to'])
    .execute()
  await db.schema.createIndex('joinsInto').on('joins').columns(['site', 'to']).execute()
}

const widenPeople = async (db: Kysely<unknown>) => {
  const { schema } = db
  await schema.alterTable('people').addColumn('node', 'text').execute()
  await schema.alterTable('people').addColumn('root', 'text').execute()
  await schema
    .alterTable('people')
    .addColumn('marks', 'text', column => column.notNull().defaultTo('{}'))
    .execute()
  for (const name of ['nameRank', 'nameAt']) {
    await schema
      .alterTable('people')
      .addColumn(name, 'bigint', column => column.notNull().defaultTo(0))
      .execute()
  }
}

/** Everybody there is counts as themselves. A visitor's person is found by the address its conversation began from. */
const fillPeople = async (db: Kysely<unknown>) => {
  await sql`update people set root = id, node = (
    select 'visitor:' || links.address from links
    join addresses on addresses.id = links.address
    where links.person = people.id and links.proof = 'self' and links.before is null
      and addresses.account = 'web'
    order by links.at limit 1)`.execute(db)
  // What a network called somebody has no trait beside it.
  await sql`update people set ${sql.ref('nameRank')} = 1 where name is not null
    and (traits like '%"name"%' or traits like '%"firstName"%' or traits like '%"lastName"%')`.execute(
    db
  )
}

const indexPeople = async (db: Kysely<unknown>) => {
  const index = (name: string) => db.schema.createIndex(name).on('people')
  await index('peopleOfNode')
    .unique()
    .columns(['site', 'node'])
    .where(sql.ref('node'), 'is not', null)
    .execute()
  // The best name of a root's people is the last of them in this order.
  await index('peopleOfRoot').columns(['root', 'nameRank', 'nameAt', 'id']).execute()
}

/** Who is known to be whom, and by which proof. */
export const joinsMigration = (): Migration => ({
  async up(db) {
    await addJoins(db)
    await widenPeople(db)
    await fillPeople(db)
    await indexPeople(db)
  }
})
