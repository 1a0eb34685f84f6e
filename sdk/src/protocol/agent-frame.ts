import { type Static, Type } from 'typebox'
import { EventView, Summary } from './agent-api.ts'
import { Page } from './client-frame.ts'
import { Id } from './entry.ts'
import { Entry } from './entry-schema.ts'

/** What an inbox may say on `GET /v1/agent/socket`. What it wants done goes over HTTP. */
export const agentClientFrames = {
  /** First frame: an agent's token. */
  hello: Type.Object({ type: Type.Literal('hello'), token: Type.String({ maxLength: 256 }) }),
  /** Follow one conversation from `since` on. Several may be followed. */
  watch: Type.Object({
    type: Type.Literal('watch'),
    conversation: Id,
    since: Type.Integer({ minimum: 0 })
  }),
  unwatch: Type.Object({ type: Type.Literal('unwatch'), conversation: Id }),
  /** The agent is writing. Good for six seconds. */
  typing: Type.Object({ type: Type.Literal('typing'), conversation: Id }),
  probe: Type.Object({ type: Type.Literal('probe') })
}

type ClientFrames = typeof agentClientFrames
export type AgentClientFrame = {
  [Name in keyof ClientFrames]: Static<ClientFrames[Name]>
}[keyof ClientFrames]

/** What the relay says to an inbox. */
export const agentServerFrames = {
  /** Signed in. Fetch the list over HTTP now: what changes from here on arrives as `summary`. */
  welcome: Type.Object({ type: Type.Literal('welcome') }),
  /** Answer to `watch`, replay first, then live. `reset` means: fetch the conversation over HTTP and watch again. */
  entries: Type.Object({
    type: Type.Literal('entries'),
    conversation: Id,
    entries: Type.Array(Entry)
  }),
  reset: Type.Object({ type: Type.Literal('reset'), conversation: Id }),
  /** A conversation is new or changed. */
  summary: Type.Object({ type: Type.Literal('summary'), summary: Summary }),
  /** The visitor, or another agent, is writing. */
  typing: Type.Object({
    type: Type.Literal('typing'),
    conversation: Id,
    from: Type.Enum(['visitor', 'agent']),
    name: Type.Optional(Type.String())
  }),
  /** The visitor opened, left or changed the page. Only for followed conversations. */
  presence: Type.Object({
    type: Type.Literal('presence'),
    conversation: Id,
    visible: Type.Boolean(),
    page: Type.Optional(Page)
  }),
  /** A `track`, `page`, … of the person of a followed conversation. */
  event: Type.Object({ type: Type.Literal('event'), person: Id, event: EventView }),
  error: Type.Object({ type: Type.Literal('error'), code: Type.String(), message: Type.String() }),
  ping: Type.Object({ type: Type.Literal('ping') }),
  pong: Type.Object({ type: Type.Literal('pong') })
}

type ServerFrames = typeof agentServerFrames
export type AgentServerFrame = {
  [Name in keyof ServerFrames]: Static<ServerFrames[Name]>
}[keyof ServerFrames]
