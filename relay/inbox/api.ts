import type {
  AgentHandoffRequest,
  ConversationDetail,
  EditRequest,
  EventPage,
  FileRef,
  HandoffReply,
  Me,
  PersonView,
  ReplyReply,
  ReplyRequest,
  SummaryPage
} from '@segue/sdk/protocol'
import { http } from './http.ts'

/** Which conversations a page of the list holds. */
export interface ListQuery {
  state: 'waiting' | 'mine' | 'all' | 'closed'
  search?: string
  cursor?: string
}

const conversation = (id: string) => `conversations/${encodeURIComponent(id)}`
const person = (id: string) => `people/${encodeURIComponent(id)}`

/** Who has this token. @throws when it is nobody's */
export const readMe = (): Promise<Me> => http('me').json()

/** One page of the list. `next` of one page is the `cursor` of the following. */
export const readList = (query: ListQuery): Promise<SummaryPage> =>
  http('conversations', { searchParams: { ...query } }).json()

/** A conversation and a page of its thread: the newest, what came after `since`, or what lies before `before`. */
export const readConversation = (
  id: string,
  range: { since?: number; before?: number } = {}
): Promise<ConversationDetail> => http(conversation(id), { searchParams: { ...range } }).json()

/** Says something. The same `cid` twice is one message. */
export const sendReply = (id: string, reply: ReplyRequest): Promise<ReplyReply> =>
  http.post(`${conversation(id)}/messages`, { json: reply }).json()

/** Changes what was said on the site, or takes it back. */
export async function editMessage(id: string, request: EditRequest): Promise<void> {
  await http.post(`${conversation(id)}/edits`, { json: request })
}

/** Takes, closes or reopens a conversation. */
export async function changeState(id: string, to: 'claim' | 'close' | 'reopen'): Promise<void> {
  await http.post(`${conversation(id)}/${to}`)
}

/** The agent has read everything up to `upTo`. */
export async function markRead(id: string, upTo: number): Promise<void> {
  await http.post(`${conversation(id)}/read`, { json: { upTo } })
}

/** Mints a code for an account. */
export const offerCode = (id: string, account: string): Promise<HandoffReply> =>
  http.post(`${conversation(id)}/handoffs`, { json: { account } }).json()

/** Texts a confirmation to a number the person has told us, with their consent. */
export const offerNumber = (
  id: string,
  request: Required<AgentHandoffRequest>
): Promise<{ id: string }> => http.post(`${conversation(id)}/handoffs`, { json: request }).json()

/** Sends a single-use way back to the site, to the linked phone. */
export async function sendReturnLink(id: string): Promise<void> {
  await http.post(`${conversation(id)}/return-link`)
}

/** Mails the conversation to the person. */
export async function sendTranscript(id: string, email: string): Promise<void> {
  await http.post(`${conversation(id)}/transcript`, { json: { email } })
}

/** The person behind a conversation. */
export const readPerson = (id: string): Promise<PersonView> => http(person(id)).json()

/** What the person did, newest first. */
export const readEvents = (id: string, cursor?: string): Promise<EventPage> =>
  http(`${person(id)}/events`, { searchParams: { ...(cursor && { cursor }) } }).json()

/** Takes a link back. */
export async function undoLink(id: string): Promise<void> {
  await http.post(`links/${encodeURIComponent(id)}/undo`)
}

/** Says that somebody is not that user after all, or takes that back. */
export async function changeJoin(id: string, to: 'undo' | 'redo'): Promise<void> {
  await http.post(`joins/${encodeURIComponent(id)}/${to}`)
}

/** Sends a delivery again whose outcome is not known, or that failed. */
export async function resendDelivery(id: string): Promise<void> {
  await http.post(`deliveries/${encodeURIComponent(id)}/resend`)
}

/** Keeps a picture or document, to be sent with a reply on that site. Large ones take their time, so there is no timeout. */
export const uploadFile = (file: File, site: string): Promise<FileRef> =>
  http
    .post('files', {
      body: file,
      searchParams: { site },
      timeout: false,
      headers: {
        // Header values are Latin-1, names are not.
        'x-file-name': encodeURIComponent(file.name),
        'content-type': file.type || 'application/octet-stream'
      }
    })
    .json()
