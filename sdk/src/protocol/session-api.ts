import { type Static, Type } from 'typebox'
import { BeforeForm } from './before.ts'
import { Page } from './client-frame.ts'
import { Id, Moment, Surface } from './entry.ts'

/** How a visitor's session begins, and what the page is told of the site by it. */

/** What proves who the page's user is: a token the site has signed, or (older, without an end) a hash of the user's id. */
export const UserProof = Type.Object({
  userToken: Type.Optional(Type.String({ maxLength: 4096 })),
  userId: Type.Optional(Type.String({ maxLength: 256 })),
  /** HMAC-SHA256 of `userId`, in hexadecimal. */
  userHash: Type.Optional(Type.String({ maxLength: 64 }))
})
export type UserProof = Static<typeof UserProof>

/**
 * `POST /v1/session`: starts a visitor's session, or goes on with one.
 * A visitor proves itself by the secret it got when it was made; the reply's token is short-lived.
 */
export const SessionRequest = Type.Object({
  /** The site's public key. */
  site: Id,
  visitor: Type.Optional(Id),
  secret: Type.Optional(Type.String({ maxLength: 128 })),
  /** BCP 47, from the browser; or several, the most wanted first, with commas between them. */
  language: Type.Optional(Type.String({ maxLength: 200 })),
  page: Type.Optional(Page),
  /** From the fragment of a return link. Single use. */
  returnToken: Type.Optional(Type.String({ maxLength: 128 })),
  ...UserProof.properties
})
export type SessionRequest = Static<typeof SessionRequest>

/** One way to go on elsewhere, as the widget offers it. */
export const Way = Type.Object({
  ...Surface.properties,
  /** What the company's own address there looks like, for people: `+46 76 600 00 00`. */
  address: Type.String(),
  /** Whether the relay may text a typed number first. */
  byNumber: Type.Boolean()
})
export type Way = Static<typeof Way>

/** Texts of the widget in a site's own words, by their names: one text, its forms, or a group of texts. */
export const OwnTexts = Type.Record(Type.String(), Type.Unknown())
export type OwnTexts = Static<typeof OwnTexts>

/** What a site looks like, and how it speaks. */
export const Look = Type.Object({
  name: Type.String(),
  /** The site's own language the visitor is spoken to in. Absent where the widget has words of its own. BCP 47 */
  language: Type.Optional(Type.String()),
  /** The site's own words, in the visitor's language. */
  texts: Type.Optional(OwnTexts),
  /** Colours are `#rgb` or `#rrggbb`, and not checked for contrast. */
  accent: Type.Optional(Type.String()),
  accentDark: Type.Optional(Type.String()),
  onAccent: Type.Optional(Type.String()),
  logo: Type.Optional(Type.String()),
  avatar: Type.Optional(Type.String()),
  /** Of the panel's corners, in pixels. */
  radius: Type.Optional(Type.Integer()),
  /** The launcher's corner, and its distance from the side and from the bottom in pixels: for the script that draws it. */
  side: Type.Optional(Type.Enum(['start', 'end'])),
  offset: Type.Optional(Type.String()),
  /** `system`, `page`, or a list of families. */
  font: Type.Optional(Type.String()),
  /** The `d` of the launcher's icon, on a grid of 20. */
  icon: Type.Optional(Type.String()),
  /** How soon somebody usually answers, in minutes. */
  replyTime: Type.Optional(Type.Integer({ minimum: 1 })),
  /** A sentence shown before anything is said. */
  greeting: Type.Optional(Type.String()),
  /** Things people ask, offered in an empty thread. */
  questions: Type.Optional(Type.Array(Type.String()))
})
export type Look = Static<typeof Look>

/** Something to say to visitors before they ask, and when. All of what it names must be so. */
export const Greeting = Type.Object({
  id: Id,
  text: Type.String({ minLength: 1, maxLength: 200 }),
  /** The page's path, `*` for anything: `/cart`, `/products/*`. */
  page: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  /** So many seconds on the page. */
  afterSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 3600 })),
  /** So many percent of the page have been in view. */
  scrolledPercent: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  /** The page has tracked an event of this name. */
  event: Type.Optional(Type.String({ minLength: 1, maxLength: 256 })),
  /** The visitor has used the chat before; `false`: has not. */
  returning: Type.Optional(Type.Boolean()),
  /** There is something in the cart, as the page's `Product Added`, `Product Removed`, `Cart Viewed` and `Order Completed` tell. */
  cart: Type.Optional(Type.Boolean())
})
export type Greeting = Static<typeof Greeting>

/** `GET /v1/greetings?site=`: for a widget that may greet. Public. */
export const GreetingsReply = Type.Object({ greetings: Type.Array(Greeting) })
export type GreetingsReply = Static<typeof GreetingsReply>

/** What visitors may send beside text. */
export const FileRules = Type.Object({
  /** Largest file, in bytes. */
  maxBytes: Type.Integer({ minimum: 1 }),
  /** Media types, as the relay tells them by a file's first bytes. Never empty. */
  kinds: Type.Array(Type.String())
})
export type FileRules = Static<typeof FileRules>

/** Whether somebody answers now, and when that changes. */
export const Opening = Type.Object({
  /** When this was so, by the relay's clock: the page's own may be wrong. */
  at: Moment,
  open: Type.Boolean(),
  /** The next openings and closings, in turn. Empty: it stays as it is. */
  changes: Type.Array(Moment)
})
export type Opening = Static<typeof Opening>

export const SessionReply = Type.Object({
  visitor: Id,
  /** Only when the visitor was made just now. Keep it; it is not sent again. */
  secret: Type.Optional(Type.String()),
  token: Type.String(),
  expires: Moment,
  conversation: Type.Union([Id, Type.Null()]),
  look: Look,
  ways: Type.Array(Way),
  /** The user this visitor is, when the page has proved it: from now on it is opened with that proof alone. */
  user: Type.Optional(Type.String()),
  /** Absent where visitors may send no files. */
  files: Type.Optional(FileRules),
  /** Whether to ask how it went when a conversation has ended. */
  rating: Type.Optional(Type.Boolean()),
  /** What to ask before the first message: what the site wants to know and does not. */
  before: Type.Optional(BeforeForm),
  /** How long after its end a conversation goes on by writing in it, in milliseconds. Absent: for ever. */
  reopenMs: Type.Optional(Type.Integer({ minimum: 0 })),
  /** Whether the conversation can be had by mail, once somebody has answered. */
  transcript: Type.Optional(Type.Boolean()),
  /** How a browser can be told of answers when the visitor has left. */
  push: Type.Optional(
    Type.Object({
      /** The key that the browser is to know the relay by. */
      key: Type.String(),
      /** The path of the service worker on the site. */
      worker: Type.String()
    })
  ),
  /** Business hours, where the site has any. */
  opening: Type.Optional(Opening),
  /** What happened to a `returnToken`, when one was given. */
  returned: Type.Optional(Type.Boolean())
})
export type SessionReply = Static<typeof SessionReply>
