import type { Address } from '../core/model.ts'
import type { Reads, Tx } from '../core/store.ts'
import { hasChange } from './has-change.ts'
import type { Db } from './schema.ts'

const findAddress = async (db: Db, id: string): Promise<Address | undefined> => {
  const row = await db.selectFrom('addresses').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const names = await db
    .selectFrom('names')
    .select('name')
    .where('address', '=', id)
    .orderBy('rank')
    .execute()
  return { ...row, names: names.map(({ name }) => name) }
}

export const readAddresses = (db: Db): Pick<Reads, 'address' | 'addressByName'> => ({
  address: id => findAddress(db, id),

  async addressByName(account, names) {
    if (names.length === 0) return undefined
    const known = await db
      .selectFrom('names')
      .select(['name', 'address'])
      .where('account', '=', account)
      .where('name', 'in', names)
      .execute()
    const owners = new Map(known.map(({ name, address }) => [name, address]))
    const first = names.find(name => owners.has(name))
    return first === undefined ? undefined : findAddress(db, owners.get(first)!)
  }
})

const addNames = async (db: Db, owner: { address: string; account: string }, names: string[]) => {
  if (names.length === 0) return
  const { last } = await db
    .selectFrom('names')
    .select(({ fn }) => fn.max('rank').as('last'))
    .where('address', '=', owner.address)
    .executeTakeFirstOrThrow()
  const rows = names.map((name, index) => ({ ...owner, name, rank: (last ?? 0) + index + 1 }))
  await db
    .insertInto('names')
    .values(rows)
    .onConflict(conflict => conflict.columns(['account', 'name']).doNothing())
    .execute()
}

export const writeAddresses = (db: Db): Pick<Tx, 'addAddress' | 'addNames' | 'changeAddress'> => ({
  async addAddress({ names, ...address }) {
    await db.insertInto('addresses').values(address).execute()
    await addNames(db, { address: address.id, account: address.account }, names)
  },

  addNames: (address, account, names) => addNames(db, { address, account }, names),

  async changeAddress(id, change) {
    if (!hasChange(change)) return
    await db.updateTable('addresses').set(change).where('id', '=', id).execute()
  }
})
