import type { Digest, Reads } from '../core/store.ts'
import { toEntry } from './entries.ts'
import { once } from './once.ts'
import type { Db } from './schema.ts'

/** More unread messages are not counted: there may be thousands, and each one is looked at. */
const MOST_UNREAD = 100

interface Values {
  id: string
  person: string
  agentRead: number
}

const messagesOf = (db: Db, id: string) =>
  db.selectFrom('entries').where('conversation', '=', id).where('type', '=', 'message')

const findLast = (db: Db) =>
  once(db, ({ id }: Values) =>
    messagesOf(db, id)
      // What the relay says by itself tells an agent nothing about who waits for what.
      .where('actor', '!=', 'system')
      .selectAll()
      .orderBy('seq', 'desc')
      .limit(1)
  )

const countUnread = (db: Db, { id, agentRead }: Values) => {
  const unread = messagesOf(db, id)
    .where('actor', '=', 'visitor')
    .where('seq', '>', agentRead)
    .select('seq')
    .limit(MOST_UNREAD)
  return db.selectFrom(unread.as('unread')).select(({ fn }) => fn.countAll<number>().as('unread'))
}

const findPerson = (db: Db) =>
  once(db, (values: Values) =>
    db
      .selectFrom('people')
      .where('id', '=', values.person)
      .select(['name', countUnread(db, values).as('unread')])
  )

const findAccounts = (db: Db) =>
  once(db, ({ id }: Values) =>
    db
      .selectFrom('links')
      .innerJoin('addresses', 'addresses.id', 'links.address')
      .where('links.conversation', '=', id)
      .where('links.endedAt', 'is', null)
      .select('addresses.account')
      .orderBy('links.at')
      .orderBy('links.id')
  )

/** Three questions, compiled once: each change of a conversation asks them for the inboxes' lists. */
export const readDigest = (db: Db): Pick<Reads, 'digest'> => {
  const last = findLast(db)
  const person = findPerson(db)
  const accounts = findAccounts(db)
  return {
    async digest(conversation): Promise<Digest> {
      const [said] = await last(conversation)
      const [known] = await person(conversation)
      const taking = await accounts(conversation)
      return {
        last: said && toEntry(said),
        unread: known?.unread ?? 0,
        name: known?.name ?? null,
        accounts: [...new Set(taking.map(({ account }) => account))]
      }
    }
  }
}
