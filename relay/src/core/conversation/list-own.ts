import type { Entry, OwnTalk, OwnTalks } from '@segue/sdk/protocol'
import { titleOf } from '../message/message-content.ts'
import type { Conversation } from '../model.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import { countUnread } from './count-unread.ts'
import { ownConversations } from './own-conversations.ts'
import { presentEntry, type View } from './present-entry.ts'
import { takesWords } from './reopening.ts'
import { viewOf } from './viewer.ts'

/** Conversations in a page. */
const PAGE_TALKS = 50
const MOST_WORDS = 140

/** The newest words a visitor may see are looked for in so many pages: a phone may have said a lot that stays on the phone. */
const PAGES = 4
const PAGE = 50

type Message = Extract<Entry, { type: 'message' }>

/**
 * A page of a visitor's own conversations, newest first, each as far as they may see it. `cursor` is what the page before gave.
 *
 * @throws {Refused} `unauthorized`; `invalid` for a cursor that is none
 */
export async function listOwn(ports: Ports, address: string, cursor?: string): Promise<OwnTalks> {
  const { current, conversations, next } = await ownConversations(ports.store, address, {
    limit: PAGE_TALKS,
    ...(cursor === undefined ? {} : { after: readCursor(cursor) })
  })
  const items: OwnTalk[] = []
  for (const conversation of conversations) {
    const view = await viewOf(ports, { kind: 'visitor', address }, conversation.id)
    const talk = await talkLine(ports, conversation, view)
    if (talk) items.push({ ...talk, current: conversation.id === current })
  }
  items.sort((a, b) => b.at - a.at)
  return { items, ...(next ? { next: `${next.lastAt}.${next.id}` } : {}) }
}

/** @throws {Refused} `invalid` */
function readCursor(cursor: string): { lastAt: number; id: string } {
  const [, lastAt, id] = /^(\d{1,15})\.([\w-]{1,64})$/.exec(cursor) ?? []
  if (lastAt && id) return { lastAt: Number(lastAt), id }
  throw new Refused('invalid', 'This is no cursor of a page before.', 'cursor')
}

/** Undefined where there is nothing for them to see. */
async function talkLine(
  ports: Ports,
  conversation: Conversation,
  view: View
): Promise<Omit<OwnTalk, 'current'> | undefined> {
  const last = await newestMessage(ports, conversation, view)
  if (!last) return undefined
  return {
    id: conversation.id,
    ended: conversation.state === 'closed',
    takesWords: await takesWords(ports, ports.store, conversation),
    ...(last.removed ? {} : { last: { text: wordsOf(last), from: last.from } }),
    at: last.at,
    unread: await countUnread(ports, conversation, view)
  }
}

async function newestMessage(
  { store }: Ports,
  { id, seq }: Conversation,
  view: View
): Promise<Message | undefined> {
  let before = seq + 1
  for (let page = 0; page < PAGES && before > 1; page++) {
    const stored = await store.entries(id, { before, limit: PAGE })
    const shown = stored.map(entry => presentEntry(entry, view))
    const message = shown.findLast(entry => entry.type === 'message')
    if (message) return message
    before = stored[0]?.seq ?? 1
  }
  return undefined
}

function wordsOf({ text, files, content }: Message): string {
  const words = text || files?.[0]?.name || (content ? titleOf(content) : '')
  return [...words].slice(0, MOST_WORDS).join('')
}
