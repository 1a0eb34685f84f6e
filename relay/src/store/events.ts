import type { TrackedEvent } from '../core/model.ts'
import type { Reads, Tx } from '../core/store.ts'
import { cutPage, readCursor, writeCursor } from './cursor.ts'
import { pack, unpack } from './json-columns.ts'
import type { Db } from './schema.ts'

const json = ['body', 'page'] as const

/** Events in one statement. SQLite takes 32,766 values at once, and an event has thirteen. */
const CHUNK = 500

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

const addChunk = (db: Db, events: TrackedEvent[]) =>
  db
    .insertInto('events')
    .values(events.map(event => pack(event, json)))
    .onConflict(conflict => conflict.columns(['site', 'messageId']).doNothing())
    .returning('id')
    .execute()

export const writeEvents = (db: Db): Pick<Tx, 'addEvents' | 'claimEvents'> => ({
  async addEvents(events) {
    const added = new Set<string>()
    for (let start = 0; start < events.length; start += CHUNK) {
      const rows = await addChunk(db, events.slice(start, start + CHUNK))
      for (const { id } of rows) added.add(id)
    }
    return events.filter(({ id }) => added.has(id))
  },

  async claimEvents(site, anonymousId, person) {
    await db
      .updateTable('events')
      .set({ person })
      .where('site', '=', site)
      .where('anonymousId', '=', anonymousId)
      .where('person', 'is', null)
      .execute()
  }
})
