import type { Page } from '@segue/sdk/protocol'
import type { Writing } from '../commit.ts'
import type { Conversation, EntryBody, StoredEntry } from '../model.ts'
import type { ConversationChange } from '../store.ts'

/** What somebody wrote, when and where. */
interface Wrote {
  conversation: Conversation
  address: string
  at: number
  body: EntryBody
  /** What its visibility hangs on. */
  link: string | null
  page?: Page | undefined
  /** The relay answers it by itself, so they do not wait because of it. */
  isAnswered?: boolean
}

/** Keeps what the person said: they wait now, and this is where they are. A closed conversation is open again. */
export async function personWrote(
  { append, appendAt }: Writing,
  { conversation, body, link, ...wrote }: Wrote
): Promise<StoredEntry> {
  const { id, state } = conversation
  const change = changeBy(conversation, wrote)
  const entry = await appendAt(wrote.at, id, { body, link, change })
  if (state === 'closed' && change.state) await append(id, { type: 'state', state: change.state })
  return entry
}

function changeBy(
  { state, waitingSince, page: known }: Conversation,
  { address, at, page, isAnswered = false }: Omit<Wrote, 'conversation' | 'body' | 'link'>
): ConversationChange {
  const here = { lastAddress: address, lastAt: at }
  if (isAnswered) return here
  // Lists are ordered by these: they are not touched when they say so already.
  const waits = state === 'waiting' && waitingSince !== null
  return {
    ...here,
    ...(waits ? {} : { state: 'waiting', waitingSince: waitingSince ?? at }),
    ...(known || !page ? {} : { page })
  }
}
