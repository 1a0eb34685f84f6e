import type { Call } from './call.ts'
import type { Chat } from './chat.ts'
import { PAGE_ENTRIES } from './protocol/limits.ts'
import type { ThreadPage } from './protocol/page-api.ts'

type Requests = Pick<
  Chat,
  | (
      | 'earlier'
      | 'offerHandoff'
      | 'openedHandoff'
      | 'confirmNumber'
      | 'stopMirror'
      | 'rate'
      | 'mailTranscript'
      | 'startPush'
      | 'stopPush'
    )
  | ('conversations' | 'threadOf' | 'readIn' | 'begin' | 'enter' | 'search')
>

/** A page of a thread, by default the newest of the present one. */
export const fetchThread = (call: Call, range: object = {}): Promise<ThreadPage> =>
  call('thread', { method: 'get', searchParams: { limit: PAGE_ENTRIES, ...range } })

/** What the chat asks over HTTP, in the visitor's name. */
export const createRequests = (call: Call): Requests => ({
  earlier: before => fetchThread(call, { before }),
  threadOf: (conversation, range) => fetchThread(call, { conversation, ...range }),
  conversations: cursor =>
    call('conversations', { method: 'get', searchParams: cursor ? { cursor } : {} }),
  begin: () => call('conversations'),
  enter: id => call(`conversations/${id}/enter`),
  readIn: (id, upTo) => call(`conversations/${id}/read`, { json: { upTo } }),
  search: q => call('search', { method: 'get', searchParams: { q } }),
  offerHandoff: account => call('handoffs', { json: { account } }),
  openedHandoff(id) {
    // The click may be leaving the page. Whether it was noted is nothing the visitor could mend.
    call(`handoffs/${id}/opened`, { keepalive: true }).catch(() => undefined)
  },
  async confirmNumber(account, number) {
    // Never repeated by itself: somebody's phone would ring twice.
    const json = { account, number, consent: true }
    return (await call<{ id: string }>('numbers', { json, retry: 0 })).id
  },
  rate: (score, comment) => call('rating', { json: { score, comment } }),
  mailTranscript: json => call('transcript', { json, retry: 0 }),
  startPush: json => call('push', { json }),
  stopPush: json => call('push/off', { json }),
  stopMirror: link => call('mirror', { json: { link, shown: false } })
})
