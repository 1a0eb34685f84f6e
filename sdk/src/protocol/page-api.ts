import { type Static, Type } from 'typebox'
import { Id, Moment } from './entry.ts'
import { Entry } from './entry-schema.ts'

/** What the page asks over HTTP, beside the socket. All are `POST` unless said otherwise. */

/** `GET /v1/thread?conversation=&before=&limit=`: a page of a thread, newest page first, oldest entry first in it. */
export const ThreadPage = Type.Object({
  conversation: Type.Union([Id, Type.Null()]),
  /** Newest `seq` of the conversation. */
  seq: Type.Integer({ minimum: 0 }),
  entries: Type.Array(Entry),
  /** Whether there is more before the first of these. */
  earlier: Type.Boolean()
})
export type ThreadPage = Static<typeof ThreadPage>

/** `POST /v1/handoffs`: mints a code and the link that carries it. */
export const HandoffRequest = Type.Object({ account: Id })
export type HandoffRequest = Static<typeof HandoffRequest>

export const HandoffReply = Type.Object({
  id: Id,
  /** `K7Q2-M9XD` */
  code: Type.String(),
  /** Opens the network's app with the draft in it. Also what the QR holds. */
  link: Type.String(),
  /** The company's address on the network, for people. */
  address: Type.String(),
  draft: Type.String(),
  expires: Moment
})
export type HandoffReply = Static<typeof HandoffReply>

/** `POST /v1/numbers`: texts a confirmation to a number the visitor typed. Replies 202 with the handoff's id. */
export const NumberRequest = Type.Object({
  account: Id,
  /** In any common form; read with the site's country when it has no `+`. */
  number: Type.String({ minLength: 3, maxLength: 32 }),
  /** The visitor has said that this number is theirs and may be texted. */
  consent: Type.Literal(true)
})
export type NumberRequest = Static<typeof NumberRequest>

/** `POST /v1/mirror`: stops showing a linked surface in this session. */
export const MirrorRequest = Type.Object({ link: Id, shown: Type.Literal(false) })
export type MirrorRequest = Static<typeof MirrorRequest>

/** `POST /v1/rating`: how it went, once the conversation has ended. */
export const RatingRequest = Type.Object({
  /** 5 is best. */
  score: Type.Integer({ minimum: 1, maximum: 5 }),
  comment: Type.Optional(Type.String({ maxLength: 1000 }))
})
export type RatingRequest = Static<typeof RatingRequest>

/** `POST /v1/transcript`: the visitor's conversation by mail. Taken, and on its way. */
export const TranscriptRequest = Type.Object({
  email: Type.String({ minLength: 3, maxLength: 254 }),
  /** One of the visitor's own. @default the one they are in */
  conversation: Type.Optional(Id),
  /** IANA zone to tell times in. @default the site's */
  timeZone: Type.Optional(Type.String({ maxLength: 64 }))
})
export type TranscriptRequest = Static<typeof TranscriptRequest>

const Key = (bytes: number) => {
  const length = Math.ceil((bytes * 4) / 3)
  return Type.String({ pattern: `^[\\w-]{${length}}=?=?$` })
}

/** `POST /v1/push`: this browser is to be told of answers. A `PushSubscription` as JSON. */
export const PushRequest = Type.Object({
  endpoint: Type.String({ minLength: 1, maxLength: 1000 }),
  keys: Type.Object({ p256dh: Key(65), auth: Key(16) })
})
export type PushRequest = Static<typeof PushRequest>

/** `POST /v1/push/off`: it is to be told no more. */
export const PushOffRequest = Type.Object({ endpoint: PushRequest.properties.endpoint })
export type PushOffRequest = Static<typeof PushOffRequest>

/** Every refused request: a code to branch on, words to read, and where in the input it was. */
export const ApiError = Type.Object({
  error: Type.Object({
    code: Type.String(),
    message: Type.String(),
    path: Type.Optional(Type.String())
  })
})
export type ApiError = Static<typeof ApiError>

/** `POST /v1/poll`: the socket's twin for networks that refuse WebSockets. Same frames, same order. */
export const PollRequest = Type.Object({
  /** From the reply to the first poll. Without it, the first frame must be `hello`. */
  session: Type.Optional(Id),
  /** Client frames. With none, the call waits up to 25 s for something to say. */
  frames: Type.Array(Type.Unknown(), { maxItems: 64 })
})
export type PollRequest = Static<typeof PollRequest>

export const PollReply = Type.Object({
  session: Id,
  frames: Type.Array(Type.Unknown()),
  /** Set when the relay ended the session: one of the close codes. */
  closed: Type.Optional(Type.Integer())
})
export type PollReply = Static<typeof PollReply>
