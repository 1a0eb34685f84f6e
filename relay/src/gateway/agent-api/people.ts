import { EventPage, PersonView } from '@segue/sdk/protocol'
import { Type } from 'typebox'
import { resendDelivery } from '../../core/delivery/resend-delivery.ts'
import { readEvents } from '../../core/events/read-events.ts'
import { undoLink } from '../../core/handoff/undo-link.ts'
import { readPerson } from '../../core/identity/read-person.ts'
import { redoJoin, undoJoin } from '../../core/identity/undo-join.ts'
import type { Ports } from '../../core/ports.ts'
import { jsonRoute, type Route } from '../route.ts'
import type { AgentRouteStart } from './identify-agent.ts'

const EventsQuery = Type.Object({
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 }))
})

/** Who somebody is, what they did, and the links and deliveries that reach them. */
export function personRoutes(ports: Ports, start: AgentRouteStart): Route[] {
  return [
    jsonRoute({
      ...start,
      method: 'get',
      path: '/v1/agent/people/{id}',
      summary: 'A person: addresses, links with their proofs, traits.',
      reply: PersonView,
      handle: ({ who, id }) => readPerson(ports, who, id)
    }),
    jsonRoute({
      ...start,
      method: 'get',
      path: '/v1/agent/people/{id}/events',
      summary: 'What a person did on the site, newest first.',
      query: EventsQuery,
      reply: EventPage,
      handle: ({ who, id, query }) => readEvents(ports, who, id, query)
    }),
    jsonRoute({
      ...start,
      method: 'post',
      path: '/v1/agent/links/{id}/undo',
      summary: 'Takes a link back, and gives each side its own history again.',
      handle: ({ who, id }) => undoLink(ports, who, id)
    }),
    jsonRoute({
      ...start,
      method: 'post',
      path: '/v1/agent/joins/{id}/undo',
      summary: 'Says that somebody is not that user, and gives each side its own history again.',
      handle: ({ who, id }) => undoJoin(ports, who, id)
    }),
    jsonRoute({
      ...start,
      method: 'post',
      path: '/v1/agent/joins/{id}/redo',
      summary: 'Takes the undoing of a join back.',
      handle: ({ who, id }) => redoJoin(ports, who, id)
    }),
    jsonRoute({
      ...start,
      method: 'post',
      path: '/v1/agent/deliveries/{id}/resend',
      summary: 'Sends a failed or unknown delivery again. The person may get an unknown one twice.',
      handle: ({ who, id }) => resendDelivery(ports, who, id)
    })
  ]
}
