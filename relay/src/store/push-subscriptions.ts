import type { Reads } from '../core/reads.ts'
import type { Tx } from '../core/store.ts'
import { findById } from './by-id.ts'
import type { Db } from './schema.ts'

type PushReads = Pick<Reads, 'pushSubscription' | 'pushSubscriptions'>

export const readPushSubscriptions = (db: Db): PushReads => ({
  pushSubscription: findById(db, 'pushSubscriptions'),

  pushSubscriptions: address =>
    db
      .selectFrom('pushSubscriptions')
      .selectAll()
      .where('address', '=', address)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .execute()
})

type PushWrites = Pick<Tx, 'addPushSubscription' | 'removePushSubscription'>

export const writePushSubscriptions = (db: Db): PushWrites => ({
  async addPushSubscription(subscription) {
    await db.insertInto('pushSubscriptions').values(subscription).execute()
  },

  async removePushSubscription(endpoint) {
    await db.deleteFrom('pushSubscriptions').where('endpoint', '=', endpoint).execute()
  }
})
