import { type Static, Type } from 'typebox'
import { Id } from './entry.ts'
import { Entry as EntrySchema } from './entry-schema.ts'

/** Everything the relay may say to a page, one schema a frame. */
export const serverFrames = {
  /**
   * Answer to `hello`. `seq` is the newest entry. `replay` says how many entries follow in `entries` frames;
   * `reset` means that `since` cannot be honoured: drop what you have and fetch the page over HTTP.
   */
  welcome: Type.Object({
    type: Type.Literal('welcome'),
    conversation: Type.Union([Id, Type.Null()]),
    seq: Type.Integer({ minimum: 0 }),
    replay: Type.Union([Type.Integer({ minimum: 0 }), Type.Literal('reset')])
  }),
  /** New or replayed entries, oldest first. */
  entries: Type.Object({
    type: Type.Literal('entries'),
    conversation: Id,
    entries: Type.Array(EntrySchema)
  }),
  /**
   * So many answers wait in the visitor's conversations that this page is not in. After a `welcome`, where there are any such
   * conversations, and whenever it changes.
   */
  elsewhere: Type.Object({
    type: Type.Literal('elsewhere'),
    unread: Type.Integer({ minimum: 0 })
  }),
  /** What may be seen has changed, or the conversation is another one now: say hello again from 0. */
  reset: Type.Object({ type: Type.Literal('reset') }),
  /** A `send` is on disk. */
  ack: Type.Object({
    type: Type.Literal('ack'),
    cid: Id,
    id: Id,
    conversation: Id,
    seq: Type.Integer({ minimum: 1 })
  }),
  /** A frame was refused; the connection stays. `cid` names the `send` it was about. */
  error: Type.Object({
    type: Type.Literal('error'),
    code: Type.String(),
    message: Type.String(),
    cid: Type.Optional(Id)
  }),
  /** An agent is writing. Good for six seconds. */
  typing: Type.Object({ type: Type.Literal('typing'), name: Type.Optional(Type.String()) }),
  /** Sent every 25 s, so that silence means something. Needs no answer. */
  ping: Type.Object({ type: Type.Literal('ping') }),
  pong: Type.Object({ type: Type.Literal('pong') })
}

type Frames = typeof serverFrames
export type ServerFrameOf<Name extends keyof Frames> = Static<Frames[Name]>
export type ServerFrame = { [Name in keyof Frames]: ServerFrameOf<Name> }[keyof Frames]
