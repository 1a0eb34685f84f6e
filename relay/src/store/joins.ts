import type { Reads } from '../core/reads.ts'
import type { Tx } from '../core/store.ts'
import { changeById, findById } from './by-id.ts'
import type { Db } from './schema.ts'

export const readJoins = (db: Db): Pick<Reads, 'join' | 'joins'> => ({
  join: findById(db, 'joins'),

  async joins(site, of) {
    const [column, nodes] = 'nodes' in of ? (['node', of.nodes] as const) : (['to', of.to] as const)
    if (nodes.length === 0) return []
    return db
      .selectFrom('joins')
      .selectAll()
      .where('site', '=', site)
      .where(column, 'in', nodes)
      .orderBy('at')
      .orderBy('id')
      .execute()
  }
})

export const writeJoins = (db: Db): Pick<Tx, 'addJoin' | 'changeJoin'> => ({
  async addJoin(join) {
    await db.insertInto('joins').values(join).execute()
  },
  changeJoin: changeById(db, 'joins')
})
