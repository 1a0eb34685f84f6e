import type { Delivery } from '../core/model.ts'
import type { Reads } from '../core/reads.ts'
import type { Tx } from '../core/store.ts'
import { changeById, findById } from './by-id.ts'
import { pack, unpack } from './json-columns.ts'
import { once } from './once.ts'
import type { Db, Schema } from './schema.ts'

const json = ['content', 'template', 'reason'] as const

const toDelivery = (row: Schema['deliveries']) => unpack<Delivery, (typeof json)[number]>(row, json)

type DeliveryReads = Pick<Reads, 'delivery' | 'deliveryByProvider' | 'deliveriesOf'>

export const readDeliveries = (db: Db): DeliveryReads => {
  const find = findById(db, 'deliveries')
  return {
    async delivery(id) {
      const row = await find(id)
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
  const change = changeById(db, 'deliveries')
  return {
    async addDelivery(delivery) {
      await insert(pack(delivery, json))
    },
    changeDelivery: (id, fields) => change(id, pack(fields, ['reason']))
  }
}
