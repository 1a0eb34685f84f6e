import { sql } from 'kysely'
import type { Reads, Tx } from '../core/store.ts'
import { hasChange } from './has-change.ts'
import type { Db } from './schema.ts'

type LinkReads = Pick<Reads, 'link' | 'currentLink' | 'links' | 'idleMirrors'>

export const readLinks = (db: Db): LinkReads => ({
  link: id => db.selectFrom('links').selectAll().where('id', '=', id).executeTakeFirst(),

  currentLink: address =>
    db
      .selectFrom('links')
      .selectAll()
      .where('address', '=', address)
      .where('endedAt', 'is', null)
      .executeTakeFirst(),

  links: of =>
    db
      .selectFrom('links')
      .selectAll()
      .where('person' in of ? 'person' : 'conversation', '=', Object.values(of)[0]!)
      .orderBy('at')
      .orderBy('id')
      .execute(),

  // The web session's own entries carry no link: one by the visitor is a sign that somebody is there.
  idleMirrors: (before, limit) =>
    db
      .selectFrom('links')
      .innerJoin('addresses', 'addresses.id', 'links.address')
      .selectAll('links')
      .where('links.mirror', '=', 'on')
      .where('links.endedAt', 'is', null)
      .where('links.at', '<', before)
      .where('addresses.account', '!=', 'web')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('entries')
              .select(sql`1`.as('one'))
              .whereRef('entries.conversation', '=', 'links.conversation')
              .where('entries.link', 'is', null)
              .where('entries.actor', '=', 'visitor')
              .where('entries.at', '>=', before)
          )
        )
      )
      .orderBy('links.at')
      .limit(limit)
      .execute()
})

export const writeLinks = (db: Db): Pick<Tx, 'addLink' | 'changeLink'> => ({
  async addLink(link) {
    await db.insertInto('links').values(link).execute()
  },

  async changeLink(id, change) {
    if (!hasChange(change)) return
    await db.updateTable('links').set(change).where('id', '=', id).execute()
  }
})
