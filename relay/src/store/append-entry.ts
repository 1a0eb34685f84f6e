import type { EntryBody } from '../core/model.ts'
import type { Tx } from '../core/store.ts'
import { packChange } from './conversations.ts'
import { once } from './once.ts'
import type { ConversationRow, Db, EntryRow } from './schema.ts'
import { recountUnread } from './unread.ts'

type Columns = Pick<EntryRow, 'message' | 'cid' | 'actor' | 'text' | 'body'>

const actorOf = (body: EntryBody) =>
  body.type === 'message' ? body.from : 'by' in body ? body.by : null

/** Splits a body into what has a column of its own, and the rest as JSON. */
const columnsOf = (body: EntryBody): Columns => {
  const actor = actorOf(body)
  if (body.type !== 'message') {
    return { message: null, cid: null, actor, text: null, body: restOf(body) }
  }
  const { id: message, cid = null, text, ...rest } = body
  return { message, cid, actor, text, body: restOf(rest) }
}

const restOf = ({ type: _, ...rest }: { type: string }) => JSON.stringify(rest)

type Changed = Partial<Omit<ConversationRow, 'id' | 'seq'>>

/**
 * The conversation's row hands out the numbers, so a number is never taken twice and none is left out.
 * What else changes of the row changes with it; each combination of fields is compiled once.
 */
const numbering = (db: Db) => {
  const compile = (fields: (keyof Changed)[], isUnread: boolean) =>
    once(db, (values: Changed & { id: string }) =>
      db
        .updateTable('conversations')
        .set(({ eb }) => ({
          seq: eb('seq', '+', 1),
          ...(isUnread && { unread: eb('unread', '+', 1) }),
          ...Object.fromEntries(fields.map(field => [field, values[field]]))
        }))
        .where('id', '=', values.id)
    )
  const compiled = new Map<string, ReturnType<typeof compile>>()
  // Asked for apart: SQLite keeps a copy of every page that a statement with `returning` changes.
  const find = once(db, ({ id }: { id: string }) =>
    db.selectFrom('conversations').select('seq').where('id', '=', id)
  )
  return async (id: string, changed: Changed, isUnread: boolean) => {
    const fields = Object.keys(changed) as (keyof Changed)[]
    const key = `${fields.join()} ${isUnread}`
    const run = compiled.get(key) ?? compile(fields, isUnread)
    compiled.set(key, run)
    await run({ ...changed, id })
    return (await find({ id }))[0]?.seq
  }
}

const insertion = (db: Db) =>
  once(db, (row: EntryRow) =>
    db.insertInto('entries').values({
      conversation: row.conversation,
      seq: row.seq,
      at: row.at,
      type: row.type,
      link: row.link,
      message: row.message,
      cid: row.cid,
      actor: row.actor,
      text: row.text,
      body: row.body
    })
  )

/** Both databases call it so, in different sentences. */
const isDuplicate = (error: unknown) =>
  error instanceof Error && /unique constraint/i.test(error.message)

const explain = (error: unknown, { conversation, message, cid }: EntryRow) =>
  isDuplicate(error)
    ? new Error(
        `Conversation ${conversation} has message ${message}, or one with the cid ${cid}, already. ` +
          'Look for it by its cid before appending.',
        { cause: error }
      )
    : error

/** Adds to the end of a conversation. Compiled once: every message goes through here. */
export function appendEntry(db: Db): Tx['append'] {
  const next = numbering(db)
  const insert = insertion(db)
  const recount = recountUnread(db)
  return async (conversation, { at, link, body }, change = {}) => {
    const isMessage = body.type === 'message'
    const changed = { ...(isMessage && { activeAt: at }), ...packChange(change) }
    const seq = await next(conversation, changed, isMessage && body.from === 'visitor')
    if (seq === undefined) {
      throw new Error(`There is no conversation ${conversation} to append to; add it first.`)
    }
    const row = { conversation, seq, at, link, type: body.type, ...columnsOf(body) }
    await insert(row).catch(error => {
      throw explain(error, row)
    })
    if (change.agentRead !== undefined) await recount(conversation)
    return { conversation, seq, at, link, body }
  }
}
