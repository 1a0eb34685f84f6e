import type { Tx } from '../core/store.ts'
import { once } from './once.ts'
import type { Db } from './schema.ts'

/** Providers repeat a webhook for a week at most. What is kept longer guards against a replayed one. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000

export const writeWebhooks = (db: Db): Pick<Tx, 'firstSight'> => {
  const insert = once(db, (row: { account: string; key: string; at: number }) =>
    db
      .insertInto('webhooks')
      .values({ account: row.account, key: row.key, at: row.at })
      .onConflict(conflict => conflict.columns(['account', 'key']).doNothing())
      .returning('key')
  )
  const forget = once(db, ({ before }: { before: number }) =>
    db.deleteFrom('webhooks').where('at', '<', before)
  )
  return {
    async firstSight(account, key, now) {
      await forget({ before: now - KEPT_MS })
      return (await insert({ account, key, at: now })).length > 0
    }
  }
}
