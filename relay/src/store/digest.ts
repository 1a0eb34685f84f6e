import type { Digest, Reads } from '../core/reads.ts'
import { toEntry } from './entries.ts'
import { once } from './once.ts'
import type { Db } from './schema.ts'
import { staysHere } from './unread.ts'

/** More than this is "many". */
const MOST_UNREAD = 100

interface Values {
  id: string
}

const messagesOf = (db: Db, id: string) =>
  db
    .selectFrom('entries')
    .where('conversation', '=', id)
    .where('type', '=', 'message')
    .where(staysHere)

const findLast = (db: Db) =>
  once(db, ({ id }: Values) =>
    messagesOf(db, id)
      // What the relay says by itself tells an agent nothing about who waits for what.
      .where('actor', '!=', 'system')
      .selectAll()
      .orderBy('seq', 'desc')
      .limit(1)
  )

const findPerson = (db: Db) =>
  once(db, ({ id }: Values) =>
    db
      .selectFrom('conversations')
      .innerJoin('people', 'people.id', 'conversations.person')
      .innerJoin('people as roots', 'roots.id', 'people.root')
      .where('conversations.id', '=', id)
      .select(['roots.id', 'roots.node', 'conversations.unread'])
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
        unread: Math.min(known?.unread ?? 0, MOST_UNREAD),
        person: known?.id ?? conversation.person,
        node: known?.node ?? null,
        name: known?.name ?? null,
        accounts: [...new Set(taking.map(({ account }) => account))]
      }
    }
  }
}
