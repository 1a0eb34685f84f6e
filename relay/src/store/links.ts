import { sql } from 'kysely'
import type { Reads } from '../core/reads.ts'
import type { Tx } from '../core/store.ts'
import { changeById, findById } from './by-id.ts'
import { once } from './once.ts'
import type { Db } from './schema.ts'
import { recountUnread } from './unread.ts'

type LinkReads = Pick<Reads, 'link' | 'currentLink' | 'links' | 'idleMirrors'>

const allLinks = (db: Db) => db.selectFrom('links').selectAll().orderBy('at').orderBy('id')

export const readLinks = (db: Db): LinkReads => {
  const current = once(db, ({ address }: { address: string }) =>
    allLinks(db).where('address', '=', address).where('endedAt', 'is', null)
  )
  const ofPerson = once(db, (of: { person: string }) =>
    allLinks(db).where('person', '=', of.person)
  )
  const ofConversation = once(db, (of: { conversation: string }) =>
    allLinks(db).where('conversation', '=', of.conversation)
  )
  const ofAddress = once(db, (of: { address: string }) =>
    allLinks(db).where('address', '=', of.address)
  )
  return {
    link: findById(db, 'links'),
    currentLink: async address => (await current({ address }))[0],
    links(of) {
      if ('person' in of) return ofPerson(of)
      return 'address' in of ? ofAddress(of) : ofConversation(of)
    },
    idleMirrors: (before, limit) => findIdleMirrors(db, before, limit)
  }
}

// The web session's own entries carry no link: one by the visitor is a sign that somebody is there.
const findIdleMirrors = (db: Db, before: number, limit: number) =>
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

export const writeLinks = (db: Db): Pick<Tx, 'addLink' | 'changeLink'> => {
  const change = changeById(db, 'links')
  const recount = recountUnread(db)
  return {
    async addLink(link) {
      await db.insertInto('links').values(link).execute()
    },

    async changeLink(id, fields) {
      await change(id, fields)
      if (fields.endedBy === undefined) return
      const changed = db.selectFrom('links').select('conversation').where('id', '=', id)
      for (const { conversation } of await changed.execute()) await recount(conversation)
    }
  }
}
