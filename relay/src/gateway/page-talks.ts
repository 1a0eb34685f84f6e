import { Id, MAX_SEARCH, OwnTalks, ReadRequest, SearchReply } from '@segue/sdk/protocol'
import { Type } from 'typebox'
import { enterConversation } from '../core/conversation/enter-conversation.ts'
import { listOwn } from '../core/conversation/list-own.ts'
import { startConversation } from '../core/conversation/next-conversation.ts'
import { ownConversation } from '../core/conversation/own-conversations.ts'
import { searchOwn } from '../core/conversation/search-own.ts'
import { markSeen } from '../core/message/mark-seen.ts'
import type { Ports } from '../core/ports.ts'
import type { PageRouteStart } from './page-api.ts'
import { jsonRoute, type Route } from './route.ts'

const ListQuery = Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 100 })) })
const SearchQuery = Type.Object({ q: Type.String({ minLength: 1, maxLength: MAX_SEARCH }) })

/** A visitor's conversations: what they are, and which one they are in. */
export const talkRoutes = (ports: Ports, start: PageRouteStart): Route[] => [
  jsonRoute({
    ...start,
    method: 'get',
    path: '/v1/conversations',
    summary: 'The visitor’s own conversations, newest first, in pages.',
    query: ListQuery,
    reply: OwnTalks,
    handle: ({ who: { address }, query: { cursor } }) => listOwn(ports, address, cursor)
  }),
  jsonRoute({
    ...start,
    method: 'post',
    path: '/v1/conversations',
    summary: 'Begins another conversation, the present one having ended.',
    reply: Type.Object({ id: Id }),
    status: 201,
    handle: ({ who: { address } }) => startConversation(ports, address)
  }),
  jsonRoute({
    ...start,
    method: 'post',
    path: '/v1/conversations/{id}/enter',
    summary: 'Goes on in another of the visitor’s conversations.',
    handle: ({ who: { address }, id }) => enterConversation(ports, address, id)
  }),
  jsonRoute({
    ...start,
    method: 'post',
    path: '/v1/conversations/{id}/read',
    summary: 'The visitor has seen everything in one of their conversations up to a seq.',
    body: ReadRequest,
    async handle({ who: { address }, id, body: { upTo } }) {
      const { id: conversation } = await ownConversation(ports.store, address, id)
      await markSeen(ports, { by: 'visitor', conversation, upTo, status: 'read' })
    }
  }),
  jsonRoute({
    ...start,
    method: 'get',
    path: '/v1/search',
    summary: 'Looks for words in what the visitor may see of their own conversations.',
    query: SearchQuery,
    reply: SearchReply,
    handle: ({ who: { address }, query: { q } }) => searchOwn(ports, address, q)
  })
]
