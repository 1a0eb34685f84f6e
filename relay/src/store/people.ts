import type { Person } from '../core/model.ts'
import type { Reads, Tx } from '../core/store.ts'
import { hasChange } from './has-change.ts'
import { pack, unpack } from './json-columns.ts'
import type { Db } from './schema.ts'

const json = ['traits'] as const

export const readPeople = (db: Db): Pick<Reads, 'person'> => ({
  async person(id) {
    const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()
    return row && unpack<Person, 'traits'>(row, json)
  }
})

export const writePeople = (db: Db): Pick<Tx, 'addPerson' | 'changePerson'> => ({
  async addPerson(person) {
    await db.insertInto('people').values(pack(person, json)).execute()
  },

  async changePerson(id, change) {
    if (!hasChange(change)) return
    await db.updateTable('people').set(pack(change, json)).where('id', '=', id).execute()
  }
})
