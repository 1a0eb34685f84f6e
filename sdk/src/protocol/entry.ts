import { type Static, Type } from 'typebox'
import { Answer, MessageContent } from './content.ts'
import { Button, FileRef, Id } from './parts.ts'

export { Button, FileRef, Id }

/** A moment, in milliseconds since 1970. */
export const Moment = Type.Integer({ minimum: 0 })

/** Where something was said or shown: the site (`web`), or one of the company's accounts. */
export const Surface = Type.Object({
  /** `web`, or the account's id in the relay's configuration. */
  account: Id,
  /** What people call it: `web`, `whatsapp`, `sms`, … */
  network: Type.String({ maxLength: 32 })
})
export type Surface = Static<typeof Surface>

/** How far one delivery got. It only moves forward; `unknown` means that nobody can tell. */
export const DeliveryStatus = Type.Enum([
  'queued',
  'sent',
  'delivered',
  'read',
  'failed',
  'unknown'
])
export type DeliveryStatus = Static<typeof DeliveryStatus>

export const Author = Type.Enum(['visitor', 'agent', 'bot', 'system'])
export type Author = Static<typeof Author>

const at = { seq: Type.Integer({ minimum: 1 }), at: Moment }

/**
 * Everything that happens in a conversation, one schema an entry.
 * `seq` starts at 1 and has no gaps; what a reader may not see arrives as `hidden`.
 */
export const entries = {
  /** One thing said. */
  message: Type.Object({
    ...at,
    type: Type.Literal('message'),
    id: Id,
    /** Chosen by whoever wrote it, unique in the conversation: a resend is the same message. */
    cid: Type.Optional(Id),
    from: Author,
    /** The agent's name, or the person's where the network told it. */
    name: Type.Optional(Type.String()),
    text: Type.String(),
    files: Type.Optional(Type.Array(FileRef)),
    buttons: Type.Optional(Type.Array(Button)),
    content: Type.Optional(MessageContent),
    /** What it answers. Its text says the same in words. */
    answer: Type.Optional(Answer),
    on: Surface,
    /** Why it went where it went, when that is not what the agent would expect: `window_closed`, `fallback`, … */
    because: Type.Optional(Type.String()),
    /** The company has changed it since. */
    edited: Type.Optional(Type.Literal(true)),
    /** The company has taken it back: nothing of it is left but its place. */
    removed: Type.Optional(Type.Literal(true))
  }),
  /** The company has changed what it said on the site, or taken it back. */
  edit: Type.Object({
    ...at,
    type: Type.Literal('edit'),
    message: Id,
    /** What it says now. */
    text: Type.String(),
    removed: Type.Optional(Type.Literal(true))
  }),
  /** How far one message got on one surface. */
  receipt: Type.Object({
    ...at,
    type: Type.Literal('receipt'),
    message: Id,
    delivery: Id,
    on: Surface,
    status: DeliveryStatus,
    /** On `failed` and `unknown`: a code and what it means in words. */
    reason: Type.Optional(Type.Object({ code: Type.String(), text: Type.String() }))
  }),
  /** Somebody has got, or read, everything up to a `seq`. */
  seen: Type.Object({
    ...at,
    type: Type.Literal('seen'),
    by: Type.Enum(['visitor', 'agent']),
    upTo: Type.Integer({ minimum: 1 }),
    status: Type.Enum(['delivered', 'read'])
  }),
  /** A way to go on elsewhere. The code itself is never in the thread. */
  handoff: Type.Object({
    ...at,
    type: Type.Literal('handoff'),
    id: Id,
    to: Surface,
    status: Type.Enum(['offered', 'opened', 'linked', 'expired', 'revoked']),
    by: Type.Enum(['visitor', 'agent']),
    /** `number` when the relay texted a number that somebody typed. */
    way: Type.Enum(['code', 'number'])
  }),
  /** An address became, or stopped being, part of this conversation. */
  link: Type.Object({
    ...at,
    type: Type.Literal('link'),
    id: Id,
    on: Surface,
    status: Type.Enum(['linked', 'undone', 'refused']),
    proof: Type.Enum(['self', 'code', 'number', 'return', 'token', 'staff']),
    /** The address with its middle masked, e.g. `+46 •••• 0001`. Empty when there is nothing fit to show. */
    display: Type.String()
  }),
  /** Whether what is said on a linked surface shows on the site too. */
  mirror: Type.Object({
    ...at,
    type: Type.Literal('mirror'),
    link: Id,
    on: Surface,
    shown: Type.Boolean(),
    by: Type.Enum(['phone', 'visitor', 'agent', 'idle', 'site', 'return'])
  }),
  /** Who has the conversation now. */
  state: Type.Object({
    ...at,
    type: Type.Literal('state'),
    state: Type.Enum(['waiting', 'open', 'closed']),
    /** The agent who has it. */
    agent: Type.Optional(Type.Object({ id: Id, name: Type.String() }))
  }),
  /** How a conversation went that has ended, as the visitor says. */
  rating: Type.Object({
    ...at,
    type: Type.Literal('rating'),
    /** 5 is best. */
    score: Type.Integer({ minimum: 1, maximum: 5 }),
    comment: Type.Optional(Type.String())
  }),
  /** A copy of the conversation by mail that did not simply go out. Only agents see it. */
  mail: Type.Object({
    ...at,
    type: Type.Literal('mail'),
    /** The mail's: it stays the same while it is tried again. */
    id: Id,
    /** Where it was to go. Masked where the visitor has typed it. */
    to: Type.String(),
    by: Type.Enum(['visitor', 'agent']),
    /** `delayed`: it is tried again for a day. `sent` is told of what was delayed. */
    status: Type.Enum(['delayed', 'sent', 'failed', 'unknown']),
    /** What has to be mended: the mailbox's address, what the relay signs in and sends by, or nothing of ours. */
    fault: Type.Optional(Type.Enum(['address', 'relay', 'server'])),
    /** In the mail server's own terms: a code and what it means in words. */
    reason: Type.Optional(Type.Object({ code: Type.String(), text: Type.String() }))
  }),
  /** Something this reader may not see. It keeps the numbers whole. */
  hidden: Type.Object({ type: Type.Literal('hidden'), seq: Type.Integer({ minimum: 1 }) })
}

type Entries = typeof entries
export type EntryOf<Name extends keyof Entries> = Static<Entries[Name]>
export type Entry = { [Name in keyof Entries]: EntryOf<Name> }[keyof Entries]
export type MessageEntry = EntryOf<'message'>
