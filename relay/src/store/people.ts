import type { Node } from '../core/identity/who-is-who.ts'
import type { Person } from '../core/model.ts'
import type { Reads } from '../core/reads.ts'
import type { Tx } from '../core/store.ts'
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
  // A batch of events is one visitor's as a rule, and there are many batches.
  const ofNode = once(db, ({ site, node }: { site: string; node: Node }) =>
    db.selectFrom('people').selectAll().where('site', '=', site).where('node', '=', node)
  )
  const ofNodes = (site: string, nodes: readonly Node[]) =>
    db
      .selectFrom('people')
      .selectAll()
      .where('site', '=', site)
      .where('node', 'in', nodes)
      .execute()

  return {
    async person(id) {
      const row = await find(id)
      return row && toPerson(row)
    },

    async peopleOf(site, nodes) {
      const [node, ...others] = nodes
      if (!node) return []
      const rows = await (others.length > 0 ? ofNodes(site, nodes) : ofNode({ site, node }))
      return rows.map(toPerson)
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
