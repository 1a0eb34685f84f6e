import type { Conversation, Link } from '../core/model.ts'
import type { Reads } from '../core/reads.ts'
import type { ConversationChange, Tx } from '../core/store.ts'
import { changeById, findById } from './by-id.ts'
import { listConversations } from './conversation-list.ts'
import { pack } from './json-columns.ts'
import { once } from './once.ts'
import type { ConversationRow, Db } from './schema.ts'
import { recountUnread } from './unread.ts'

const json = ['page'] as const

/** The fields of a change as they lie in the table. */
export const packChange = (change: ConversationChange) => pack(change, json)

/** Field by field, though longer: each message reads one, and spreading costs more than the query. */
const toConversation = (row: ConversationRow): Conversation => ({
  id: row.id,
  site: row.site,
  person: row.person,
  seq: row.seq,
  state: row.state,
  agent: row.agent,
  page: row.page === null ? null : JSON.parse(row.page),
  at: row.at,
  waitingSince: row.waitingSince,
  lastAddress: row.lastAddress,
  lastAt: row.lastAt,
  agentRead: row.agentRead,
  visitorRead: row.visitorRead,
  agentGot: row.agentGot,
  visitorGot: row.visitorGot
})

type CurrentRow = ConversationRow &
  Pick<Link, 'address' | 'proof' | 'mirror' | 'before' | 'via' | 'handoff'> & {
    linkId: string
    linkPerson: string
    linkAt: number
  }

const findCurrent = (db: Db) =>
  once<{ address: string }, CurrentRow>(db, ({ address }) =>
    db
      .selectFrom('links')
      .innerJoin('conversations', 'conversations.id', 'links.conversation')
      .where('links.address', '=', address)
      .where('links.endedAt', 'is', null)
      .selectAll('conversations')
      .select(['links.id as linkId', 'links.person as linkPerson', 'links.at as linkAt'])
      .select(['address', 'proof', 'mirror', 'before', 'via', 'handoff'])
  )

const toCurrent = (row: CurrentRow): { link: Link; conversation: Conversation } => ({
  link: {
    id: row.linkId,
    address: row.address,
    person: row.linkPerson,
    conversation: row.id,
    proof: row.proof,
    mirror: row.mirror,
    before: row.before,
    via: row.via,
    handoff: row.handoff,
    at: row.linkAt,
    endedAt: null,
    endedBy: null
  },
  conversation: toConversation(row)
})

type ConversationReads = Pick<
  Reads,
  'conversation' | 'currentConversation' | 'conversations' | 'conversationsOf'
>

export const readConversations = (db: Db): ConversationReads => {
  const find = findById(db, 'conversations')
  const current = findCurrent(db)
  return {
    async currentConversation(address) {
      const [row] = await current({ address })
      return row && toCurrent(row)
    },

    async conversation(id) {
      const row = await find(id)
      return row && toConversation(row)
    },

    async conversationsOf(people, limit, after) {
      if (people.length === 0) return []
      const spoken = db
        .selectFrom('conversations')
        .selectAll()
        .where('person', 'in', people)
        .where('lastAt', 'is not', null)
      const wanted = after
        ? spoken.where(({ eb, and, or }) =>
            or([
              eb('lastAt', '<', after.lastAt),
              and([eb('lastAt', '=', after.lastAt), eb('id', '<', after.id)])
            ])
          )
        : spoken
      const rows = await wanted
        .orderBy('lastAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toConversation)
    },

    async conversations(filter) {
      const { items, ...rest } = await listConversations(db, filter)
      return { items: items.map(toConversation), ...rest }
    }
  }
}

export const writeConversations = (db: Db): Pick<Tx, 'addConversation' | 'changeConversation'> => {
  const change = changeById(db, 'conversations')
  const recount = recountUnread(db)
  return {
    async addConversation(conversation) {
      const row = { ...pack(conversation, json), activeAt: conversation.at, unread: 0 }
      await db.insertInto('conversations').values(row).execute()
    },
    async changeConversation(id, fields) {
      await change(id, packChange(fields))
      if (fields.agentRead !== undefined) await recount(id)
    }
  }
}
