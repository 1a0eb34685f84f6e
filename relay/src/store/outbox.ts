import { sql } from 'kysely'
import type { OutboxItem } from '../core/model.ts'
import type { Store, Tx } from '../core/store.ts'
import { once } from './once.ts'
import type { Db } from './schema.ts'

const fields = ['id', 'delivery', 'account', 'lane', 'attempts', 'runAt'] as const

/** The oldest item of each lane: whatever stands behind it waits until it is settled. */
const heads = (db: Db) =>
  db
    .selectFrom('outbox')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as earlier')
            .select('earlier.id')
            .whereRef('earlier.lane', '=', 'outbox.lane')
            .whereRef('earlier.position', '<', 'outbox.position')
        )
      )
    )

/** When somebody has to look at an item: when it is due, or when the lease on it runs out. */
const dueAt = sql<number>`coalesce("leasedUntil", "runAt")`

export const readOutbox = (db: Db): Pick<Store, 'nextDue' | 'queued'> => ({
  async nextDue() {
    const head = await heads(db).select(dueAt.as('at')).orderBy(dueAt).limit(1).executeTakeFirst()
    return head?.at
  },

  async queued() {
    const { count } = await db
      .selectFrom('outbox')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return count
  }
})

const insertion = (db: Db) =>
  once(db, (item: OutboxItem) =>
    db
      .insertInto('outbox')
      .columns([...fields, 'position'])
      .expression(({ selectFrom, fn, val, eb }) =>
        selectFrom('outbox')
          .select([
            ...fields.map(field => val(item[field]).as(field)),
            eb(fn.coalesce(fn.max('position'), sql<number>`0`), '+', 1).as('position')
          ])
          .where('lane', '=', item.lane)
      )
  )

interface Claim {
  now: number
  leasedUntil: number
  limit: number
}

const claiming = (db: Db) =>
  once(db, ({ now, leasedUntil, limit }: Claim) =>
    db
      .updateTable('outbox')
      .set({ leasedUntil })
      .where(
        'id',
        'in',
        heads(db)
          .select('id')
          .where('leasedUntil', 'is', null)
          .where('runAt', '<=', now)
          .orderBy('runAt')
          .limit(limit)
      )
      // Again, for a database that lets two claim at once: the second one looks at the row anew.
      .where('leasedUntil', 'is', null)
      .returning(fields)
  )

type OutboxWrites = Pick<Tx, 'enqueue' | 'claim' | 'abandoned' | 'settle' | 'postpone'>

export const writeOutbox = (db: Db): OutboxWrites => {
  const insert = insertion(db)
  const claim = claiming(db)
  const remove = once(db, ({ id }: { id: string }) => db.deleteFrom('outbox').where('id', '=', id))
  return {
    async enqueue(item) {
      await insert(item)
    },

    async claim(now, leaseMs, limit) {
      const items = await claim({ now, leasedUntil: now + leaseMs, limit })
      return items.sort((a, b) => a.runAt - b.runAt)
    },

    abandoned: (now, limit) =>
      db
        .selectFrom('outbox')
        .select(fields)
        .where('leasedUntil', '<=', now)
        .orderBy('leasedUntil')
        .limit(limit)
        .execute(),

    async settle(id) {
      await remove({ id })
    },

    async postpone(id, runAt, attempts) {
      const change = { runAt, attempts, leasedUntil: null }
      await db.updateTable('outbox').set(change).where('id', '=', id).execute()
    }
  }
}
