import type { Address } from '../core/model.ts'
import type { Reads } from '../core/reads.ts'
import type { Tx } from '../core/store.ts'
import { changeById, findById } from './by-id.ts'
import { once } from './once.ts'
import type { Db } from './schema.ts'

const findAddress = (db: Db) => {
  const find = findById(db, 'addresses')
  const namesOf = once(db, ({ id }: { id: string }) =>
    db.selectFrom('names').select('name').where('address', '=', id).orderBy('rank')
  )
  return async (id: string): Promise<Address | undefined> => {
    const row = await find(id)
    return row && { ...row, names: (await namesOf({ id })).map(({ name }) => name) }
  }
}

export const readAddresses = (db: Db): Pick<Reads, 'address' | 'addressByName'> => {
  const address = findAddress(db)
  return {
    address,

    async addressByName(account, names) {
      if (names.length === 0) return undefined
      const known = await db
        .selectFrom('names')
        .select(['name', 'address'])
        .where('account', '=', account)
        .where('name', 'in', names)
        .execute()
      const owners = new Map(known.map(each => [each.name, each.address]))
      const first = names.find(name => owners.has(name))
      return first === undefined ? undefined : address(owners.get(first)!)
    }
  }
}

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
  changeAddress: changeById(db, 'addresses')
})
