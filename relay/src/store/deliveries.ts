import type { Delivery } from '../core/model.ts'
import type { Reads, Tx } from '../core/store.ts'
import { hasChange } from './has-change.ts'
import { pack, unpack } from './json-columns.ts'
import { once } from './once.ts'
import type { Db, Schema } from './schema.ts'

const json = ['content', 'template', 'reason'] as const

const toDelivery = (row: Schema['deliveries']) => unpack<Delivery, (typeof json)[number]>(row, json)

type DeliveryReads = Pick<Reads, 'delivery' | 'deliveryByProvider' | 'deliveriesOf'>

export const readDeliveries = (db: Db): DeliveryReads => {
  const byId = once(db, ({ id }: { id: string }) =>
    db.selectFrom('deliveries').selectAll().where('id', '=', id)
  )
  return {
    async delivery(id) {
      const [row] = await byId({ id })
      return row && toDelivery(row)
    },

    async deliveryByProvider(account, providerId) {
      const row = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('account', '=', account)
        .where('providerId', '=', providerId)
        .orderBy('at', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && toDelivery(row)
    },

    async deliveriesOf(message) {
      const query = db.selectFrom('deliveries').selectAll().where('message', '=', message)
      return (await query.orderBy('at').orderBy('id').execute()).map(toDelivery)
    }
  }
}

const insertion = (db: Db) =>
  once(db, (row: Schema['deliveries']) =>
    db.insertInto('deliveries').values({
      id: row.id,
      conversation: row.conversation,
      message: row.message,
      account: row.account,
      address: row.address,
      content: row.content,
      template: row.template,
      status: row.status,
      providerId: row.providerId,
      reason: row.reason,
      insteadOf: row.insteadOf,
      at: row.at
    })
  )

export const writeDeliveries = (db: Db): Pick<Tx, 'addDelivery' | 'changeDelivery'> => {
  const insert = insertion(db)
  return {
    async addDelivery(delivery) {
      await insert(pack(delivery, json))
    },

    async changeDelivery(id, change) {
      if (!hasChange(change)) return
      await db
        .updateTable('deliveries')
        .set(pack(change, ['reason']))
        .where('id', '=', id)
        .execute()
    }
  }
}
