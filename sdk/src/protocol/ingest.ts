import { type Static, Type } from 'typebox'
import { MAX_BATCH_EVENTS } from './limits.ts'
import { UserProof } from './session-api.ts'

const Props = Type.Record(Type.String(), Type.Unknown())

/** One `track`, `identify`, `page`, `group` or `alias` call, in the field names of the Segment spec. */
export const TrackedEvent = Type.Object({
  type: Type.Enum(['track', 'identify', 'page', 'screen', 'group', 'alias']),
  messageId: Type.String({ minLength: 1, maxLength: 100 }),
  anonymousId: Type.Optional(Type.String({ maxLength: 256 })),
  userId: Type.Optional(Type.String({ maxLength: 256 })),
  groupId: Type.Optional(Type.String({ maxLength: 256 })),
  previousId: Type.Optional(Type.String({ maxLength: 256 })),
  /** Name of a `track`. */
  event: Type.Optional(Type.String({ maxLength: 256 })),
  /** Name of a `page` or `screen`. */
  name: Type.Optional(Type.String({ maxLength: 256 })),
  properties: Type.Optional(Props),
  traits: Type.Optional(Props),
  context: Type.Optional(Props),
  /** ISO 8601, by the client's clock. */
  timestamp: Type.Optional(Type.String({ maxLength: 40 }))
})
export type TrackedEvent = Static<typeof TrackedEvent>

/** `POST /v1/batch`. Sent as `text/plain`, so that no preflight is needed. */
export const Batch = Type.Object({
  writeKey: Type.Optional(Type.String()),
  batch: Type.Array(Type.Unknown(), { maxItems: MAX_BATCH_EVENTS }),
  sentAt: Type.Optional(Type.String({ maxLength: 40 })),
  /** The visitor's token: ties the events to the person behind the chat. */
  token: Type.Optional(Type.String({ maxLength: 4096 })),
  /** `messageId`s sent before by a page that did not live to hear the answer: the reply says which of them are missing. */
  sent: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 500 })),
  /** The anonymous id that token speaks for, when the batch may hold another's events too. */
  anonymousId: Type.Optional(Type.String({ maxLength: 256 })),
  ...UserProof.properties
})
export type Batch = Static<typeof Batch>

/** What became of a batch. */
export const IngestReply = Type.Object({
  /** Always true: what the clients of the Segment spec look for. */
  success: Type.Literal(true),
  /** Events that were new. */
  stored: Type.Integer(),
  /** Those of `sent` that are not stored. */
  missing: Type.Optional(Type.Array(Type.String())),
  refused: Type.Array(
    Type.Object({
      index: Type.Integer(),
      message: Type.String(),
      path: Type.Optional(Type.String())
    })
  )
})
export type IngestReply = Static<typeof IngestReply>
