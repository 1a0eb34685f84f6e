import type { Call } from './call.ts'
import type { Chat } from './chat.ts'
import { PAGE_ENTRIES } from './protocol/limits.ts'
import type { ThreadPage } from './protocol/page-api.ts'

type Requests = Pick<
  Chat,
  | 'earlier'
  | 'offerHandoff'
  | 'openedHandoff'
  | 'confirmNumber'
  | 'stopMirror'
  | 'rate'
  | 'mailTranscript'
>

/** A page of the thread, by default the newest. */
export const fetchThread = (call: Call, before?: number): Promise<ThreadPage> =>
  call('thread', {
    method: 'get',
    searchParams: { limit: PAGE_ENTRIES, ...(before && { before }) }
  })

/** What the chat asks over HTTP, in the visitor's name. */
export const createRequests = (call: Call): Requests => ({
  earlier: before => fetchThread(call, before),
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
  mailTranscript(email) {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    return call('transcript', { json: { email, timeZone }, retry: 0 })
  },
  stopMirror: link => call('mirror', { json: { link, shown: false } })
})
