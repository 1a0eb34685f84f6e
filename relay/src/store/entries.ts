import type { EntryBody, StoredEntry } from '../core/model.ts'
import type { Reads, Said } from '../core/reads.ts'
import type { Tx } from '../core/store.ts'
import { appendEntry } from './append-entry.ts'
import { once } from './once.ts'
import type { Db, EntryRow } from './schema.ts'

/** The row as an entry: what lies in columns goes back into the body. */
export const toEntry = (row: EntryRow): StoredEntry => {
  const { conversation, seq, at, link, type, message, cid, text } = row
  const said = type === 'message' && { id: message, text, ...(cid !== null && { cid }) }
  const body = { type, ...said, ...JSON.parse(row.body) } as EntryBody
  return { conversation, seq, at, link, body }
}

const first = ([row]: EntryRow[]) => row && toEntry(row)

type EntryReads = Pick<Reads, 'entries' | 'messageByCid' | 'message' | 'saidBefore'>

export const readEntries = (db: Db): EntryReads => {
  const byCid = once(db, (key: { conversation: string; cid: string }) =>
    db
      .selectFrom('entries')
      .selectAll()
      .where('conversation', '=', key.conversation)
      .where('cid', '=', key.cid)
  )
  return {
    async entries(conversation, { after = 0, before, limit }) {
      let query = db
        .selectFrom('entries')
        .selectAll()
        .where('conversation', '=', conversation)
        .where('seq', '>', after)
        .orderBy('seq', before === undefined ? 'asc' : 'desc')
        .limit(limit)
      if (before !== undefined) query = query.where('seq', '<', before)
      const rows = await query.execute()
      return (before === undefined ? rows : rows.reverse()).map(toEntry)
    },

    async saidBefore(conversation, before, limit) {
      const rows = await db
        .selectFrom('entries')
        .select(['seq', 'at', 'link', 'actor as from', 'text'])
        .where('conversation', '=', conversation)
        .where('seq', '<', before)
        .where('type', '=', 'message')
        .where('text', '!=', '')
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute()
      // Whoever searches asks for many such pages: others get their turn in between.
      await new Promise(resolve => setImmediate(resolve))
      return rows as Said[]
    },

    messageByCid: async (conversation, cid) => first(await byCid({ conversation, cid })),

    async message(conversation, id) {
      const query = db.selectFrom('entries').selectAll().where('conversation', '=', conversation)
      return first(await query.where('message', '=', id).execute())
    }
  }
}

const changed = (body: string, now: { text: string } | null): string => {
  const { files, buttons, ...kept } = JSON.parse(body)
  if (!now) return JSON.stringify({ ...kept, removed: true })
  return JSON.stringify({ ...kept, files, buttons, edited: true })
}

export const writeEntries = (db: Db): Pick<Tx, 'append' | 'changeMessage'> => ({
  append: appendEntry(db),

  async changeMessage(conversation, id, now) {
    const those = { conversation, message: id, type: 'message' }
    const find = db.selectFrom('entries').select(['seq', 'body'])
    const [row] = await find.where(eb => eb.and(those)).execute()
    if (!row) return
    await db
      .updateTable('entries')
      .set({ text: now?.text ?? '', body: changed(row.body, now) })
      .where(eb => eb.and({ conversation, seq: row.seq }))
      .execute()
  }
})
