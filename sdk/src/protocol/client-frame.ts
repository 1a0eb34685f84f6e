import { type Static, Type } from 'typebox'
import { ToldTraits } from './before.ts'
import { AnswerDraft } from './content.ts'
import { Id } from './entry.ts'
import { MAX_FILES, MAX_TEXT } from './limits.ts'

/** The page a visitor is on. Query and fragment are cut off before it is sent. */
export const Page = Type.Object({
  url: Type.String({ maxLength: 2048 }),
  title: Type.Optional(Type.String({ maxLength: 300 }))
})
export type Page = Static<typeof Page>

/** Everything a page may say to the relay, one schema a frame. */
export const clientFrames = {
  /** First frame of a connection. `since` is the last `seq` applied, 0 for none. */
  hello: Type.Object({
    type: Type.Literal('hello'),
    token: Type.String({ maxLength: 4096 }),
    /** The conversation `since` counts in. Without it the relay answers for the visitor's current one. */
    conversation: Type.Optional(Id),
    since: Type.Integer({ minimum: 0 }),
    visible: Type.Boolean(),
    /** How long it has been so, in milliseconds. Without it: only since now, as in a widget that has just been opened. */
    visibleMs: Type.Optional(Type.Integer({ minimum: 0 })),
    page: Type.Optional(Page)
  }),
  /** One message. Sent again with the same `cid` until it is acknowledged. */
  send: Type.Object({
    type: Type.Literal('send'),
    cid: Id,
    /** May be empty beside files. */
    text: Type.String({ maxLength: MAX_TEXT }),
    /** Files this visitor has uploaded, by their ids. */
    files: Type.Optional(Type.Array(Id, { maxItems: MAX_FILES })),
    /** The button this message answers with, as it came in a message. */
    button: Type.Optional(Type.String({ maxLength: 200 })),
    /** What this message answers. The relay says the answer in words, whatever the text is. */
    answer: Type.Optional(AnswerDraft),
    /** What the visitor says of themselves, asked before their first message. */
    traits: Type.Optional(ToldTraits)
  }),
  /** The visitor is writing. Good for six seconds. */
  typing: Type.Object({ type: Type.Literal('typing') }),
  /** The visitor has seen everything up to `upTo`. */
  read: Type.Object({ type: Type.Literal('read'), upTo: Type.Integer({ minimum: 1 }) }),
  /** Whether the open widget can be seen now, and on which page. */
  presence: Type.Object({
    type: Type.Literal('presence'),
    visible: Type.Boolean(),
    /** How long it has been so, in milliseconds, when that is not since now: one tab of several may speak for all. */
    visibleMs: Type.Optional(Type.Integer({ minimum: 0 })),
    page: Type.Optional(Page)
  }),
  /** Are you there? Answered by `pong`. */
  probe: Type.Object({ type: Type.Literal('probe') })
}

type Frames = typeof clientFrames
export type ClientFrameOf<Name extends keyof Frames> = Static<Frames[Name]>
export type ClientFrame = { [Name in keyof Frames]: ClientFrameOf<Name> }[keyof Frames]
