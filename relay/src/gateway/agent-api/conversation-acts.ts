import { AgentHandoffRequest, HandoffReply, Id, TranscriptRequest } from '@segue/sdk/protocol'
import { Type } from 'typebox'
import { changeState } from '../../core/conversation/change-state.ts'
import { conversationFor } from '../../core/conversation/viewer.ts'
import { confirmNumber } from '../../core/handoff/confirm-number.ts'
import { offerHandoff } from '../../core/handoff/offer-handoff.ts'
import { sendReturnLink } from '../../core/handoff/return-link.ts'
import { markSeen } from '../../core/message/mark-seen.ts'
import type { Ports } from '../../core/ports.ts'
import { Refused } from '../../core/refusal.ts'
import { sendTranscriptTo } from '../../core/transcript/request-transcript.ts'
import { jsonRoute, type Route } from '../route.ts'
import type { AgentRouteStart } from './identify-agent.ts'

const ReadRequest = Type.Object({ upTo: Type.Integer({ minimum: 1 }) })

const Confirmation = Type.Object({ id: Id })

/** What an agent does with a conversation besides answering. */
export function conversationActRoutes(ports: Ports, start: AgentRouteStart): Route[] {
  return [
    ...stateRoutes(ports, start),
    jsonRoute({
      ...start,
      method: 'post',
      path: '/v1/agent/conversations/{id}/read',
      summary: 'The agent has read everything up to a seq.',
      body: ReadRequest,
      async handle({ who, id, body: { upTo } }) {
        await conversationFor(ports.store, who, id)
        await markSeen(ports, { by: 'agent', conversation: id, upTo, status: 'read' })
      }
    }),
    jsonRoute({
      ...start,
      method: 'post',
      path: '/v1/agent/conversations/{id}/return-link',
      summary: 'Sends the person’s phone a link back to the site, good once for 15 minutes.',
      handle: ({ who, id }) => sendReturnLink(ports, who, id)
    }),
    jsonRoute({
      ...start,
      method: 'post',
      path: '/v1/agent/conversations/{id}/transcript',
      summary: 'Mails the conversation to the person, as far as their web session may see it.',
      body: TranscriptRequest,
      status: 202,
      handle: ({ who, id, body }) => sendTranscriptTo(ports, who, id, body)
    }),
    handoffRoute(ports, start)
  ]
}

const stateRoutes = (ports: Ports, start: AgentRouteStart): Route[] =>
  (['claim', 'close', 'reopen'] as const).map(to =>
    jsonRoute({
      ...start,
      method: 'post',
      path: `/v1/agent/conversations/{id}/${to}`,
      summary: `Changes who has the conversation: ${to}. Twice is once.`,
      handle: ({ who, id }) => changeState(ports, who, id, to)
    })
  )

const handoffRoute = (ports: Ports, start: AgentRouteStart): Route =>
  jsonRoute({
    ...start,
    method: 'post',
    path: '/v1/agent/conversations/{id}/handoffs',
    summary:
      'Offers to go on elsewhere: by a code, or with `to` by texting a number a confirmation.',
    body: AgentHandoffRequest,
    reply: Type.Union([HandoffReply, Confirmation]),
    status: 201,
    async handle({ who: agent, id: conversation, body: { account, to: number, consent } }) {
      const offerer = { by: 'agent', agent, conversation } as const
      if (number === undefined) return offerHandoff(ports, offerer, account)
      if (consent) return confirmNumber(ports, offerer, { account, number })
      throw new Refused(
        'invalid',
        'Ask the person first whether this number may be texted.',
        'consent'
      )
    }
  })
