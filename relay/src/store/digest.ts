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

/** What was said through a link that was undone has gone home with its phone. */
const messagesOf = (db: Db, id: string) =>
  db
    .selectFrom('entries')
    .where('conversation', '=', id)
    .where('type', '=', 'message')
    .where(({ or, eb, not, exists, selectFrom }) =>
      or([
        eb('link', 'is', null),
        not(
          exists(
            selectFrom('links')
              .select('links.id')
              .whereRef('links.id', '=', 'entries.link')
              .where('links.endedBy', '!=', 'replaced')
          )
        )
      ])
    )

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
      .innerJoin('people as roots', 'roots.id', 'people.root')
      .where('people.id', '=', values.person)
      .select(['roots.id', 'roots.node', countUnread(db, values).as('unread')])
      .select(({ selectFrom }) =>
        selectFrom('people as known')
          .whereRef('known.root', '=', 'roots.id')
          .where('known.name', 'is not', null)
          .select('known.name')
          .orderBy('known.nameRank', 'desc')
          .orderBy('known.nameAt', 'desc')
          .orderBy('known.id', 'desc')
          .limit(1)
          .as('name')
      )
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
        person: known?.id ?? conversation.person,
        node: known?.node ?? null,
        name: known?.name ?? null,
        accounts: [...new Set(taking.map(({ account }) => account))]
      }
    }
  }
}
