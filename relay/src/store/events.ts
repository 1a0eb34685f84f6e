import type { TrackedEvent } from '../core/model.ts'
import type { Reads, Tx } from '../core/store.ts'
import { cutPage, readCursor, writeCursor } from './cursor.ts'
import { pack, unpack } from './json-columns.ts'
import { once } from './once.ts'
import type { Db, Schema } from './schema.ts'

const json = ['body', 'page'] as const

export const readEvents = (db: Db): Pick<Reads, 'events'> => ({
  async events(person, { cursor, limit }) {
    let query = db.selectFrom('events').selectAll().where('person', '=', person)
    if (cursor !== undefined) {
      const { at, id } = readCursor('events', cursor)
      query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('at', 'id'), '<', tuple(at, id)))
    }
    const rows = await query
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    const events = rows.map(row => unpack<TrackedEvent, (typeof json)[number]>(row, json))
    return cutPage(events, limit, last => writeCursor('events', last))
  }
})

type EventRow = Schema['events']

/** One row at a time, compiled once: SQLite takes that faster than many rows in one statement. */
const insertion = (db: Db) =>
  once(db, (row: EventRow) =>
    db
      .insertInto('events')
      .values({
        id: row.id,
        messageId: row.messageId,
        site: row.site,
        person: row.person,
        anonymousId: row.anonymousId,
        userId: row.userId,
        type: row.type,
        name: row.name,
        body: row.body,
        page: row.page,
        at: row.at,
        receivedAt: row.receivedAt
      })
      .onConflict(conflict => conflict.columns(['site', 'messageId']).doNothing())
      .returning('id')
  )

export const writeEvents = (db: Db): Pick<Tx, 'addEvents' | 'claimEvents' | 'dropEvents'> => {
  const insert = insertion(db)
  return {
    async addEvents(events) {
      const added: TrackedEvent[] = []
      for (const event of events) {
        const rows = await insert(pack(event, json))
        if (rows.length > 0) added.push(event)
      }
      return added
    },

    async claimEvents(site, anonymousId, person) {
      const [done] = await db
        .updateTable('events')
        .set({ person })
        .where('site', '=', site)
        .where('anonymousId', '=', anonymousId)
        .where('person', 'is', null)
        .execute()
      return Number(done?.numUpdatedRows ?? 0)
    },

    async dropEvents(site, before, limit) {
      const oldest = db
        .selectFrom('events')
        .select('id')
        .where('site', '=', site)
        .where('receivedAt', '<', before)
        .orderBy('receivedAt')
        .limit(limit)
      const [done] = await db.deleteFrom('events').where('id', 'in', oldest).execute()
      return Number(done?.numDeletedRows ?? 0)
    }
  }
}
