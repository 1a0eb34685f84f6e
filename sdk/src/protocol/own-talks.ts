import { type Static, Type } from 'typebox'
import { Author, Id, Moment } from './entry.ts'

/** What a page asks of the visitor's own conversations, beside the one they are in. */

/** One conversation of a visitor's, in their list. */
export const OwnTalk = Type.Object({
  id: Id,
  /** Whether it is the one they are in. */
  current: Type.Boolean(),
  ended: Type.Boolean(),
  /** Whether what is written in it goes on with it. */
  takesWords: Type.Boolean(),
  /** The newest message they may see, shortened. */
  last: Type.Optional(Type.Object({ text: Type.String(), from: Author })),
  /** When that was said. */
  at: Moment,
  /** Answers on the site they have not read, counted up to 100. */
  unread: Type.Integer({ minimum: 0 })
})
export type OwnTalk = Static<typeof OwnTalk>

/** `GET /v1/conversations?cursor=`: a visitor's own, newest first, in pages. A page may be empty and not the last. */
export const OwnTalks = Type.Object({
  items: Type.Array(OwnTalk),
  /** The cursor of those before these, when there may be more. */
  next: Type.Optional(Type.String())
})
export type OwnTalks = Static<typeof OwnTalks>

/** `POST /v1/conversations/:id/read`: the visitor has seen everything in it up to `upTo`. */
export const ReadRequest = Type.Object({ upTo: Type.Integer({ minimum: 1 }) })
export type ReadRequest = Static<typeof ReadRequest>

/** One message of a visitor's that holds what they look for. */
export const SearchHit = Type.Object({
  conversation: Id,
  seq: Type.Integer({ minimum: 1 }),
  at: Moment,
  from: Author,
  /** The message, or what of it stands around the words. */
  text: Type.String(),
  /** Where the words are in `text`: from, to. */
  found: Type.Tuple([Type.Integer({ minimum: 0 }), Type.Integer({ minimum: 0 })])
})
export type SearchHit = Static<typeof SearchHit>

/** `GET /v1/search?q=`: what was said in a visitor's own conversations, newest first in each, the newest conversation first. */
export const SearchReply = Type.Object({
  hits: Type.Array(SearchHit),
  /** Whether there may be more. */
  more: Type.Boolean()
})
export type SearchReply = Static<typeof SearchReply>
