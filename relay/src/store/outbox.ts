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

export const readOutbox = (db: Db): Pick<Store, 'nextDue' | 'queued'> => ({
  // A leased item is due when its lease runs out: then somebody has to say what became of it.
  async nextDue() {
    const idle = await heads(db)
      .select('runAt')
      .where('leasedUntil', 'is', null)
      .orderBy('runAt')
      .limit(1)
      .executeTakeFirst()
    const leased = await db
      .selectFrom('outbox')
      .select('leasedUntil')
      .where('leasedUntil', 'is not', null)
      .orderBy('leasedUntil')
      .limit(1)
      .executeTakeFirst()
    const moments = [idle?.runAt, leased?.leasedUntil].filter(moment => typeof moment === 'number')
    return moments.length > 0 ? Math.min(...moments) : undefined
  },

  async queued() {
    const { count } = await db
      .selectFrom('outbox')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return count
  }
})

/** The end of a lane. */
const nextPosition = (db: Db, lane: string) =>
  db
    .selectFrom('outbox')
    .select(({ fn, eb }) =>
      eb(fn.coalesce(fn.max('position'), sql<number>`0`), '+', 1).as('position')
    )
    .where('lane', '=', lane)

const insertion = (db: Db) =>
  once(db, (item: OutboxItem) =>
    db.insertInto('outbox').values({
      id: item.id,
      delivery: item.delivery,
      account: item.account,
      lane: item.lane,
      attempts: item.attempts,
      runAt: item.runAt,
      position: nextPosition(db, item.lane)
    })
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
