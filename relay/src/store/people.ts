import type { Person } from '../core/model.ts'
import type { Reads, Tx } from '../core/store.ts'
import { changeById, findById } from './by-id.ts'
import { pack, unpack } from './json-columns.ts'
import { once } from './once.ts'
import type { Db, Schema } from './schema.ts'

const json = ['traits', 'marks'] as const

const toPerson = (row: Schema['people']) => unpack<Person, (typeof json)[number]>(row, json)

export const readPeople = (db: Db): Pick<Reads, 'person' | 'peopleOf' | 'members'> => {
  const find = findById(db, 'people')
  const ofRoot = once(db, ({ root }: { root: string }) =>
    db.selectFrom('people').selectAll().where('root', '=', root).orderBy('at').orderBy('id')
  )
  return {
    async person(id) {
      const row = await find(id)
      return row && toPerson(row)
    },

    async peopleOf(site, nodes) {
      if (nodes.length === 0) return []
      const query = db.selectFrom('people').selectAll().where('site', '=', site)
      return (await query.where('node', 'in', nodes).execute()).map(toPerson)
    },

    members: async root => (await ofRoot({ root })).map(toPerson)
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
