import type { Reads } from '../core/reads.ts'
import type { Tx } from '../core/store.ts'
import type { Db } from './schema.ts'

/** How long an unused link is kept after its time, so that its visitor can be told that it is over. */
const KEPT_MS = 24 * 60 * 60 * 1000

export const readReturnLinks = (db: Db): Pick<Reads, 'returnLink'> => ({
  returnLink: hash =>
    db.selectFrom('returnLinks').selectAll().where('hash', '=', hash).executeTakeFirst()
})

export const writeReturnLinks = (db: Db): Pick<Tx, 'addReturnLink' | 'useReturnLink'> => ({
  async addReturnLink(link) {
    const old = link.expiresAt - KEPT_MS
    await db.deleteFrom('returnLinks').where('expiresAt', '<', old).execute()
    await db.insertInto('returnLinks').values(link).execute()
  },

  async useReturnLink(hash) {
    const used = await db
      .deleteFrom('returnLinks')
      .where('hash', '=', hash)
      .returning('hash')
      .executeTakeFirst()
    return used !== undefined
  }
})
