import { type Static, Type } from 'typebox'
import { Page } from './client-frame.ts'
import { ContentDraft } from './content.ts'
import { Button, Id, Moment, Surface } from './entry.ts'
import { Entry } from './entry-schema.ts'
import { MAX_FILES, MAX_TEXT } from './limits.ts'

/** The company API, `/v1/agent/…`. Bearer token of an agent. */

export const AgentRef = Type.Object({ id: Id, name: Type.String() })
export type AgentRef = Static<typeof AgentRef>

/** A user of the site: the site has proved that it is them, or somebody merely says so. */
export const UserRef = Type.Object({ id: Type.String(), proved: Type.Boolean() })
export type UserRef = Static<typeof UserRef>

export const ConversationState = Type.Enum(['waiting', 'open', 'closed'])
export type ConversationState = Static<typeof ConversationState>

/** One line of the inbox's list. */
export const Summary = Type.Object({
  id: Id,
  site: Id,
  person: Id,
  /** The person's name, or a friendly stand-in. */
  name: Type.String(),
  user: Type.Optional(UserRef),
  state: ConversationState,
  agent: Type.Optional(AgentRef),
  seq: Type.Integer(),
  /** Messages by the person that no agent has read, counted up to 100. */
  unread: Type.Integer(),
  /** The newest message, shortened. */
  last: Type.Optional(
    Type.Object({ text: Type.String(), from: Type.String(), at: Moment, on: Surface })
  ),
  /** Since when the person has waited for an answer. */
  waitingSince: Type.Optional(Moment),
  startedAt: Moment,
  /** Surfaces the person can be reached on. */
  surfaces: Type.Array(Surface)
})
export type Summary = Static<typeof Summary>

export const SummaryPage = Type.Object({
  items: Type.Array(Summary),
  next: Type.Optional(Type.String())
})
export type SummaryPage = Static<typeof SummaryPage>

/** `GET /v1/agent/conversations/:id?since=&before=` */
export const ConversationDetail = Type.Object({
  ...Summary.properties,
  entries: Type.Array(Entry),
  earlier: Type.Boolean(),
  /** Where the agent's next reply would go, and why. */
  next: Type.Object({ on: Surface, why: Type.String() }),
  /** The page the visitor is on now, if they are. */
  page: Type.Optional(Page),
  visible: Type.Boolean()
})
export type ConversationDetail = Static<typeof ConversationDetail>

/** `POST …/:id/messages` */
export const ReplyRequest = Type.Object({
  cid: Id,
  /** May be left out beside files and cards. */
  text: Type.Optional(Type.String({ minLength: 0, maxLength: MAX_TEXT })),
  files: Type.Optional(Type.Array(Id, { maxItems: MAX_FILES })),
  buttons: Type.Optional(Type.Array(Button, { maxItems: 3 })),
  content: Type.Optional(ContentDraft),
  /** An account id, or `web`, to send it there; without it the relay chooses. */
  to: Type.Optional(Id)
})
export type ReplyRequest = Static<typeof ReplyRequest>

export const ReplyReply = Type.Object({
  id: Id,
  seq: Type.Integer(),
  on: Surface,
  because: Type.Optional(Type.String())
})
export type ReplyReply = Static<typeof ReplyReply>

/** `POST …/:id/edits`: what a message of the company says from now on, or that it is taken back. */
export const EditRequest = Type.Union([
  Type.Object({ message: Id, text: Type.String({ minLength: 1, maxLength: MAX_TEXT }) }),
  Type.Object({ message: Id, remove: Type.Literal(true) })
])
export type EditRequest = Static<typeof EditRequest>

/** `POST …/:id/handoffs`. With `to` (a phone number) the relay texts a confirmation instead. */
export const AgentHandoffRequest = Type.Object({
  account: Id,
  to: Type.Optional(Type.String({ minLength: 3, maxLength: 32 })),
  /** Needed with `to`: the person has told the agent that this number may be texted. */
  consent: Type.Optional(Type.Boolean())
})
export type AgentHandoffRequest = Static<typeof AgentHandoffRequest>

export const LinkView = Type.Object({
  id: Id,
  on: Surface,
  display: Type.String(),
  proof: Type.String(),
  mirror: Type.Enum(['asked', 'on', 'off']),
  at: Moment,
  endedAt: Type.Optional(Moment),
  endedBy: Type.Optional(Type.String()),
  conversation: Id,
  /** The conversation this address had before it was linked here. */
  earlier: Type.Optional(Id),
  /** Free-form replies are possible until then; absent where the network has no such window. */
  windowUntil: Type.Optional(Moment),
  optedOut: Type.Boolean()
})
export type LinkView = Static<typeof LinkView>

/**
 * Why something counts as this person's: a browser (`visitor`) or an anonymous id (`anon`) became a user's or a browser's, or two
 * claims were said to be one. `POST /v1/agent/joins/:id/undo` takes it back, `…/redo` takes that back.
 */
export const JoinView = Type.Object({
  id: Id,
  kind: Type.Enum(['visitor', 'anon', 'claim']),
  /** The id of what was joined. */
  of: Type.String(),
  /** The user it was joined to; absent when it is only known to be one browser's. */
  user: Type.Optional(UserRef),
  proof: Type.Enum(['token', 'secret', 'hash', 'claim', 'self']),
  at: Moment,
  endedAt: Type.Optional(Moment),
  /** The agent who ended it. */
  endedBy: Type.Optional(AgentRef)
})
export type JoinView = Static<typeof JoinView>

/** One conversation of a person. */
export const TalkRef = Type.Object({ id: Id, state: ConversationState, lastAt: Moment })
export type TalkRef = Static<typeof TalkRef>

/** `GET /v1/agent/people/:id` */
export const PersonView = Type.Object({
  id: Id,
  site: Id,
  name: Type.String(),
  user: Type.Optional(UserRef),
  language: Type.Optional(Type.String()),
  traits: Type.Record(Type.String(), Type.Unknown()),
  addresses: Type.Array(Type.Object({ on: Surface, names: Type.Array(Type.String()) })),
  links: Type.Array(LinkView),
  joins: Type.Array(JoinView),
  /** Newest first. */
  conversations: Type.Array(TalkRef),
  at: Moment
})
export type PersonView = Static<typeof PersonView>

export const EventView = Type.Object({
  id: Id,
  type: Type.String(),
  name: Type.String(),
  properties: Type.Record(Type.String(), Type.Unknown()),
  page: Type.Optional(Page),
  /** What brought the visitor to the site: `utm_` parameters without that prefix, and another site's address. */
  arrival: Type.Optional(
    Type.Object({
      campaign: Type.Optional(Type.Record(Type.String(), Type.String())),
      referrer: Type.Optional(Type.String())
    })
  ),
  at: Moment
})
export type EventView = Static<typeof EventView>

export const EventPage = Type.Object({
  items: Type.Array(EventView),
  next: Type.Optional(Type.String())
})
export type EventPage = Static<typeof EventPage>

/** `GET /v1/agent/me` */
export const Me = Type.Object({
  ...AgentRef.properties,
  sites: Type.Array(
    Type.Object({
      key: Id,
      name: Type.String(),
      /** The brand's colours, `#rgb` or `#rrggbb`, not checked for contrast. */
      accent: Type.Optional(Type.String()),
      accentDark: Type.Optional(Type.String()),
      /** Whether its conversations can be mailed. */
      transcript: Type.Optional(Type.Boolean())
    })
  ),
  accounts: Type.Array(
    Type.Object({ ...Surface.properties, address: Type.String(), byNumber: Type.Boolean() })
  )
})
export type Me = Static<typeof Me>
