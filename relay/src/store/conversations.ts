import type { Conversation } from '../core/model.ts'
import type { Reads, Tx } from '../core/store.ts'
import { listConversations } from './conversation-list.ts'
import { hasChange } from './has-change.ts'
import { pack, unpack } from './json-columns.ts'
import { once } from './once.ts'
import type { ConversationRow, Db } from './schema.ts'

const json = ['page'] as const

export const toConversation = ({ activeAt: _, ...row }: ConversationRow): Conversation =>
  unpack<Conversation, 'page'>(row, json)

export const readConversations = (db: Db): Pick<Reads, 'conversation' | 'conversations'> => {
  const byId = once(db, ({ id }: { id: string }) =>
    db.selectFrom('conversations').selectAll().where('id', '=', id)
  )
  return {
    async conversation(id) {
      const [row] = await byId({ id })
      return row && toConversation(row)
    },

    async conversations(filter) {
      const { items, ...rest } = await listConversations(db, filter)
      return { items: items.map(toConversation), ...rest }
    }
  }
}

export const writeConversations = (db: Db): Pick<Tx, 'addConversation' | 'changeConversation'> => ({
  async addConversation(conversation) {
    const row = { ...pack(conversation, json), activeAt: conversation.at }
    await db.insertInto('conversations').values(row).execute()
  },

  async changeConversation(id, change) {
    if (!hasChange(change)) return
    await db.updateTable('conversations').set(pack(change, json)).where('id', '=', id).execute()
  }
})
