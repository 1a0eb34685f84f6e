import type { FakeDesk } from './fake-desk.ts'
import {
  ACCOUNTS,
  changeState,
  FakeRefusal,
  list,
  MAJA,
  markRead,
  offer,
  reply,
  upload
} from './fake-desk-acts.ts'

/** One HTTP call the inbox made. */
export interface FakeCall {
  method: string
  path: string
  body: unknown
}

/** What the API answers; undefined is an empty 204. */
export function answer(desk: FakeDesk, { method, path, body }: FakeCall, size: number): unknown {
  const { pathname, searchParams } = new URL(path, 'http://relay.test')
  const [kind = '', id = '', verb = ''] = pathname.replace('/v1/agent/', '').split('/')
  const isKnown = kind === 'people' ? desk.people.has(id) : desk.conversations.has(id)
  if ((kind === 'people' || kind === 'conversations') && id && !isKnown) {
    throw new FakeRefusal(404, 'not_found', 'There is no such thing.')
  }
  const numberIn = (name: string) => Number(searchParams.get(name) ?? Number.NaN)
  switch (`${method} ${kind} ${id && '*'} ${verb}`.trimEnd()) {
    case 'GET me':
      return {
        ...MAJA,
        sites: [{ key: 'shop', name: 'Shop', transcript: true }],
        accounts: ACCOUNTS
      }
    case 'POST files':
      return upload('picture.png', 'image/png', 1)
    case 'GET conversations':
      return list(desk, searchParams, size)
    case 'GET conversations *':
      return desk.detail(id, {
        ...(searchParams.has('since') && { since: numberIn('since') }),
        ...(searchParams.has('before') && { before: numberIn('before') })
      })
    case 'POST conversations * messages':
      return reply(desk, id, body as Parameters<typeof reply>[2])
    case 'POST conversations * claim':
    case 'POST conversations * close':
    case 'POST conversations * reopen':
      return changeState(desk, id, verb as 'claim' | 'close' | 'reopen')
    case 'POST conversations * read':
      return markRead(desk, id, (body as { upTo: number }).upTo)
    case 'POST conversations * handoffs':
      return offer(desk, id, body as Parameters<typeof offer>[2])
    case 'GET people *':
      return desk.people.get(id)
    case 'GET people * events':
      return { items: desk.events.get(id) ?? [] }
    case 'POST conversations * return-link':
    case 'POST conversations * transcript':
    case 'POST joins * undo':
    case 'POST joins * redo':
    case 'POST links * undo':
    case 'POST deliveries * resend':
      return undefined
    default:
      throw new FakeRefusal(404, 'not_found', 'There is nothing here.')
  }
}
