import type { Conversation } from '../core/model.ts'
import type { Reads, Tx } from '../core/store.ts'
import { changeById, findById } from './by-id.ts'
import { listConversations } from './conversation-list.ts'
import { pack, unpack } from './json-columns.ts'
import type { ConversationRow, Db } from './schema.ts'

const json = ['page'] as const

const toConversation = ({ activeAt: _, ...row }: ConversationRow): Conversation =>
  unpack<Conversation, 'page'>(row, json)

export const readConversations = (db: Db): Pick<Reads, 'conversation' | 'conversations'> => {
  const find = findById(db, 'conversations')
  return {
    async conversation(id) {
      const row = await find(id)
      return row && toConversation(row)
    },

    async conversations(filter) {
      const { items, ...rest } = await listConversations(db, filter)
      return { items: items.map(toConversation), ...rest }
    }
  }
}

export const writeConversations = (db: Db): Pick<Tx, 'addConversation' | 'changeConversation'> => {
  const change = changeById(db, 'conversations')
  return {
    async addConversation(conversation) {
      const row = { ...pack(conversation, json), activeAt: conversation.at }
      await db.insertInto('conversations').values(row).execute()
    },
    changeConversation: (id, fields) => change(id, pack(fields, json))
  }
}
