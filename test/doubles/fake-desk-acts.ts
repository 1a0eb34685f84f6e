import type {
  AgentHandoffRequest,
  FileRef,
  HandoffReply,
  Me,
  ReplyReply,
  ReplyRequest,
  Summary
} from '@segue/sdk/protocol'
import { checkContent, withPictures } from '../../relay/src/core/message/message-content.ts'
import type { FakeDesk } from './fake-desk.ts'

const DAY_MS = 86_400_000

/** The agent whose inbox it is. */
export const MAJA = { id: 'maja', name: 'Maja Lind' }

/** The company's accounts. */
export const ACCOUNTS: Me['accounts'] = [
  { account: 'wa', network: 'whatsapp', address: '+46 76 600 00 00', byNumber: false },
  { account: 'sms', network: 'sms', address: '+46 76 600 00 01', byNumber: true }
]

/** A refusal in the API's own shape. */
export class FakeRefusal extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

const placeOf = (account: string) => ({
  account,
  network: ACCOUNTS.find(known => known.account === account)?.network ?? 'web'
})

/** Answers once: the same `cid` again is the same message. */
export function reply(
  desk: FakeDesk,
  id: string,
  { cid, text = '', files = [], content, to }: ReplyRequest
): ReplyReply {
  const conversation = desk.get(id)!
  const known = conversation.entries.find(entry => entry.type === 'message' && entry.cid === cid)
  if (known?.type === 'message') return { id: known.id, seq: known.seq, on: known.on }
  const on = to ? placeOf(to) : conversation.next.on
  const refs = files.map((file): FileRef => uploaded.get(file)!)
  if (content) checkContent(content, text)
  Object.assign(conversation.summary, { state: 'open', unread: 0, agent: MAJA })
  delete conversation.summary.waitingSince
  const entry = desk.append(id, {
    type: 'message',
    id: `m-${cid}`,
    cid,
    from: 'agent',
    name: MAJA.name,
    text,
    on,
    ...(refs.length > 0 && { files: refs }),
    ...(content && { content: withPictures(content, [...uploaded.values()]) })
  })
  return { id: `m-${cid}`, seq: entry.seq, on }
}

/** Claims, closes or reopens. */
export function changeState(desk: FakeDesk, id: string, to: 'claim' | 'close' | 'reopen'): void {
  const { summary } = desk.get(id)!
  summary.agent = MAJA
  if (to !== 'claim') summary.state = to === 'close' ? 'closed' : 'open'
  if (to === 'close') delete summary.waitingSince
  desk.append(id, { type: 'state', state: summary.state, agent: MAJA })
}

/** The agent has read it. */
export function markRead(desk: FakeDesk, id: string, upTo: number): void {
  desk.get(id)!.summary.unread = 0
  desk.append(id, { type: 'seen', by: 'agent', upTo, status: 'read' })
}

/** Mints a code, or texts a number. */
export function offer(
  desk: FakeDesk,
  id: string,
  { account, to, consent }: AgentHandoffRequest
): HandoffReply | { id: string } {
  if (to !== undefined && !consent) throw new FakeRefusal(400, 'invalid', 'Ask the person first.')
  const handoff = crypto.randomUUID()
  const way = to === undefined ? 'code' : 'number'
  const place = placeOf(account)
  desk.append(id, { type: 'handoff', id: handoff, to: place, status: 'offered', by: 'agent', way })
  if (to !== undefined) return { id: handoff }
  return {
    id: handoff,
    code: 'K7Q2-M9XD',
    link: 'https://wa.me/46766000000?text=Continue%20my%20chat%20%23K7Q2-M9XD',
    address: ACCOUNTS.find(known => known.account === account)?.address ?? '',
    draft: 'Continue my chat #K7Q2-M9XD',
    expires: Date.now() + DAY_MS
  }
}

const uploaded = new Map<string, FileRef>()

/** Keeps a file's name and size; its bytes are nobody's business here. */
export function upload(name: string, mime: string, size: number): FileRef {
  const file = {
    id: crypto.randomUUID(),
    name,
    mime,
    size,
    url: `http://relay.test/v1/files/${name}`
  }
  uploaded.set(file.id, file)
  return file
}

const TABS: Record<string, (summary: Summary) => boolean> = {
  waiting: ({ state }) => state === 'waiting',
  open: ({ state }) => state === 'open',
  closed: ({ state }) => state === 'closed',
  mine: ({ agent }) => agent?.id === MAJA.id,
  all: () => true
}

/** A page of the list; the cursor is how many came before. */
export function list(desk: FakeDesk, query: URLSearchParams, size: number) {
  const state = query.get('state') ?? 'all'
  const words = query.get('search')?.toLowerCase()
  const place = (summary: Summary) =>
    state === 'waiting' ? (summary.waitingSince ?? 0) : -(summary.last?.at ?? summary.startedAt)
  const found = [...desk.conversations.values()]
    .filter(({ summary }) => TABS[state]?.(summary))
    .filter(({ summary }) => !words || JSON.stringify(summary).toLowerCase().includes(words))
    .map(({ summary }) => ({ ...summary }))
    .sort((a, b) => place(a) - place(b))
  const from = Number(query.get('cursor') ?? 0)
  const items = found.slice(from, from + size)
  return { items, ...(from + size < found.length && { next: String(from + size) }) }
}
