import type { Person } from '../core/model.ts'
import type { Reads, Tx } from '../core/store.ts'
import { changeById, findById } from './by-id.ts'
import { pack, unpack } from './json-columns.ts'
import type { Db } from './schema.ts'

const json = ['traits'] as const

export const readPeople = (db: Db): Pick<Reads, 'person'> => {
  const find = findById(db, 'people')
  return {
    async person(id) {
      const row = await find(id)
      return row && unpack<Person, 'traits'>(row, json)
    }
  }
}

export const writePeople = (db: Db): Pick<Tx, 'addPerson' | 'changePerson'> => {
  const change = changeById(db, 'people')
  return {
    async addPerson(person) {
      await db.insertInto('people').values(pack(person, json)).execute()
    },
    changePerson: (id, fields) => change(id, pack(fields, json))
  }
}
