import type { Reads } from '../core/reads.ts'
import type { Tx } from '../core/store.ts'
import { changeById, findById } from './by-id.ts'
import type { Db } from './schema.ts'

/** Still waiting for their answer. */
const alive = ['offered', 'opened'] as const

type HandoffReads = Pick<
  Reads,
  'handoff' | 'handoffByCode' | 'handoffByAddress' | 'expiredHandoffs'
>

export const readHandoffs = (db: Db): HandoffReads => {
  const newest = () =>
    db.selectFrom('handoffs').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(1)
  return {
    handoff: findById(db, 'handoffs'),

    async handoffByCode(account, hashes) {
      if (hashes.length === 0) return undefined
      return newest()
        .where('account', '=', account)
        .where('codeHash', 'in', hashes)
        .executeTakeFirst()
    },

    handoffByAddress: address =>
      newest().where('address', '=', address).where('status', 'in', alive).executeTakeFirst(),

    expiredHandoffs: (now, limit) =>
      db
        .selectFrom('handoffs')
        .selectAll()
        .where('status', 'in', alive)
        .where('expiresAt', '<=', now)
        .orderBy('expiresAt')
        .limit(limit)
        .execute()
  }
}

export const writeHandoffs = (db: Db): Pick<Tx, 'addHandoff' | 'changeHandoff'> => ({
  async addHandoff(handoff) {
    await db.insertInto('handoffs').values(handoff).execute()
  },
  changeHandoff: changeById(db, 'handoffs')
})
