import type { TrackedEvent } from '../core/model.ts'
import type { Reads } from '../core/reads.ts'
import type { Tx } from '../core/store.ts'
import { cutPage, type Position, readCursor, writeCursor } from './cursor.ts'
import { pack, unpack } from './json-columns.ts'
import { once, onceForEach } from './once.ts'
import type { Db, Schema } from './schema.ts'

const json = ['body', 'page'] as const

interface Values extends Position {
  person: string
  limit: number
}

const newestOf = (db: Db, { person, limit }: Values) =>
  db
    .selectFrom('events')
    .selectAll()
    .where('person', '=', person)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)

const toEvent = (row: Schema['events']) => unpack<TrackedEvent, (typeof json)[number]>(row, json)

export const readEvents = (db: Db): Pick<Reads, 'events' | 'missingEvents'> => {
  const newest = once(db, (values: Values) => newestOf(db, values))
  const older = once(db, (values: Values) =>
    newestOf(db, values).where(({ eb, refTuple, tuple }) =>
      eb(refTuple('at', 'id'), '<', tuple(values.at, values.id))
    )
  )
  return {
    async events(people, { cursor, limit }) {
      const after = cursor === undefined ? undefined : readCursor('events', cursor)
      const rows: Schema['events'][] = []
      // One by one, each from its own place in the index: of all together the database would sort everything.
      for (const person of people) {
        const values = { person, limit: limit + 1, at: 0, id: '', ...after }
        rows.push(...(await (after ? older : newest)(values)))
      }
      rows.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
      return cutPage(rows.slice(0, limit + 1).map(toEvent), limit, last =>
        writeCursor('events', last)
      )
    },

    async missingEvents(site, messageIds) {
      if (messageIds.length === 0) return []
      const rows = await db
        .selectFrom('events')
        .select('messageId')
        .where('site', '=', site)
        .where('messageId', 'in', messageIds)
        .execute()
      const known = new Set(rows.map(({ messageId }) => messageId))
      return messageIds.filter(id => !known.has(id))
    }
  }
}

type EventRow = Schema['events']

/** One row at a time, compiled once: SQLite takes that faster than many rows in one statement. */
const insertion = (db: Db) =>
  onceForEach(db, (row: EventRow) =>
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
  )

export const writeEvents = (db: Db): Pick<Tx, 'addEvents' | 'claimEvents' | 'dropEvents'> => {
  const insert = insertion(db)
  return {
    async addEvents(events) {
      const changed = await insert(events.map(event => pack(event, json)))
      return events.filter((_, index) => changed[index]! > 0)
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
