import {
  ConversationDetail,
  EditRequest,
  PAGE_ENTRIES,
  ReplyReply,
  ReplyRequest,
  SummaryPage
} from '@segue/sdk/protocol'
import { Type } from 'typebox'
import { listConversations } from '../../core/conversation/list-conversations.ts'
import { readConversation } from '../../core/conversation/read-conversation.ts'
import { editMessage } from '../../core/message/edit-message.ts'
import { reply } from '../../core/message/reply.ts'
import type { Ports } from '../../core/ports.ts'
import { jsonRoute, type Route } from '../route.ts'
import type { AgentRouteStart } from './identify-agent.ts'

const ListQuery = Type.Object({
  state: Type.Optional(Type.Enum(['waiting', 'open', 'closed', 'mine', 'all'])),
  search: Type.Optional(Type.String({ maxLength: 200 })),
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 }))
})

const DetailQuery = Type.Object({
  since: Type.Optional(Type.Integer({ minimum: 0 })),
  before: Type.Optional(Type.Integer({ minimum: 1 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_ENTRIES }))
})

/** Reading conversations, and answering in them. */
export function conversationRoutes(ports: Ports, start: AgentRouteStart): Route[] {
  return [
    jsonRoute({
      ...start,
      method: 'get',
      path: '/v1/agent/conversations',
      summary:
        'Conversations of the agent’s sites: those that wait longest first, else the newest.',
      query: ListQuery,
      reply: SummaryPage,
      handle: ({ who, query }) => listConversations(ports, who, query)
    }),
    jsonRoute({
      ...start,
      method: 'get',
      path: '/v1/agent/conversations/{id}',
      summary: 'One conversation, with a page of its entries.',
      query: DetailQuery,
      reply: ConversationDetail,
      handle: ({ who, id, query }) => readConversation(ports, who, id, query)
    }),
    jsonRoute({
      ...start,
      method: 'post',
      path: '/v1/agent/conversations/{id}/messages',
      summary: 'Answers. Safe to repeat with the same cid.',
      body: ReplyRequest,
      reply: ReplyReply,
      status: 201,
      handle: ({ who, id, body }) => reply(ports, who, id, body)
    }),
    jsonRoute({
      ...start,
      method: 'post',
      path: '/v1/agent/conversations/{id}/edits',
      summary: 'Changes what was said on the site, or takes it back. Twice is once.',
      body: EditRequest,
      handle: ({ who, id, body }) => editMessage(ports, who, id, body)
    })
  ]
}
