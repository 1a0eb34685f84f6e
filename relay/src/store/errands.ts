import type { Errand } from '../core/errands/errand.ts'
import type { Store, Tx } from '../core/store.ts'
import type { Db, Schema } from './schema.ts'

const fields = ['id', 'kind', 'order', 'at', 'until', 'attempts', 'runAt', 'begun'] as const

type Row = Omit<Schema['errands'], 'leasedUntil'>

const toErrand = (row: Row): Errand => ({
  ...row,
  order: JSON.parse(row.order),
  begun: row.begun !== 0
})

export const readErrands = (db: Db): Pick<Store, 'nextErrand'> => ({
  async nextErrand() {
    const { due, over } = await db
      .selectNoFrom(({ selectFrom }) => [
        selectFrom('errands')
          .select(({ fn }) => fn.min<number>('runAt').as('due'))
          .where('leasedUntil', 'is', null)
          .as('due'),
        selectFrom('errands')
          .select(({ fn }) => fn.min<number>('leasedUntil').as('over'))
          .where('leasedUntil', 'is not', null)
          .as('over')
      ])
      .executeTakeFirstOrThrow()
    const moments = [due, over].filter(moment => moment !== null)
    return moments.length > 0 ? Math.min(...moments) : undefined
  }
})

type ErrandWrites = Pick<
  Tx,
  'addErrand' | 'takeErrands' | 'abandonedErrands' | 'beginErrand' | 'endErrand' | 'postponeErrand'
>

export const writeErrands = (db: Db): ErrandWrites => ({
  async addErrand({ order, ...errand }) {
    const row = { ...errand, order: JSON.stringify(order), begun: 0, leasedUntil: null }
    await db.insertInto('errands').values(row).execute()
  },

  async takeErrands(now, leaseMs, limit) {
    const due = db
      .selectFrom('errands')
      .select('id')
      .where('leasedUntil', 'is', null)
      .where('runAt', '<=', now)
      .orderBy('runAt')
      .limit(limit)
    const taken = await db
      .updateTable('errands')
      .set({ leasedUntil: now + leaseMs })
      .where('id', 'in', due)
      // Again, for a database that lets two take at once.
      .where('leasedUntil', 'is', null)
      .returning(fields)
      .execute()
    return taken.map(toErrand).sort((a, b) => a.runAt - b.runAt)
  },

  async abandonedErrands(now, limit) {
    const rows = await db
      .selectFrom('errands')
      .select(fields)
      .where('leasedUntil', '<=', now)
      .orderBy('leasedUntil')
      .limit(limit)
      .execute()
    return rows.map(toErrand)
  },

  async beginErrand(id) {
    await db.updateTable('errands').set({ begun: 1 }).where('id', '=', id).execute()
  },

  async endErrand(id) {
    await db.deleteFrom('errands').where('id', '=', id).execute()
  },

  async postponeErrand(id, runAt, attempts) {
    const change = { runAt, attempts, begun: 0, leasedUntil: null }
    await db.updateTable('errands').set(change).where('id', '=', id).execute()
  }
})
