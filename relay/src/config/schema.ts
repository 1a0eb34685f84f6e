import { Greeting } from '@segue/sdk/protocol'
import { type Static, Type } from 'typebox'
import type { AccountConfig } from './account-schemas.ts'
import { BeforeSchema } from './before-schemas.ts'
import { IdentitySchema } from './identity.ts'
import { MailSchema, SiteMailSchema } from './mail-schemas.ts'
import { PushSchema, SitePushSchema } from './push-schemas.ts'
import type { SiteTextsConfig } from './text-schemas.ts'

const closed = { additionalProperties: false }
const Text = Type.String({ minLength: 1 })
const Secret = Type.String({ minLength: 16, description: 'Make one with: openssl rand -hex 32' })
const Name = Type.String({
  pattern: '^[\\w-]{1,64}$',
  description: 'Use letters, digits, - and _; at most 64.'
})
const Count = Type.Integer({ minimum: 1 })
/** `09:00-17:30`, several with commas, or `closed`. What is in it is checked apart. */
const Hours = Type.Optional(Type.String())
const Color = Type.Optional(
  Type.String({
    pattern: '^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$',
    description: 'Write it as #17624f.'
  })
)

/** What a site looks like to its visitors. */
export const BrandSchema = Type.Object(
  {
    /** Behind buttons and the visitor's own messages: `#17624f`. */
    accent: Color,
    /** The same in the dark. @default accent */
    accentDark: Color,
    /** For text on either. @default white, or black where white cannot be read */
    onAccent: Color,
    /** An absolute address of a square picture: in the header, and in the inbox. */
    logo: Type.Optional(Text),
    /** An absolute address of a picture of whoever answers: round, beside what they say. */
    avatar: Type.Optional(Text),
    /** How round the corners are, in pixels of the panel's: 0 to 28. @default 18 */
    radius: Type.Optional(Type.Integer({ minimum: 0, maximum: 28 })),
    /** The launcher's corner at the bottom, in the page's reading direction. @default 'end' */
    side: Type.Optional(Type.Enum(['start', 'end'])),
    /** The launcher's distance from the side and from the bottom, in CSS pixels. @default '20' */
    offset: Type.Optional(
      Type.String({ pattern: '^\\d{1,4}( \\d{1,4})?$', description: 'Write it as 20, or 20 88.' })
    ),
    /** `system`, `page` for the page's own, or names of fonts the page has: `Inter, sans-serif`. None is fetched. @default system */
    font: Type.Optional(
      Type.String({
        pattern: '^[\\w\\s,\\-"\']+$',
        description: 'Write system, page, or names as in: Inter, sans-serif.'
      })
    ),
    /** The launcher's icon: the `d` of one SVG path on a grid of 20, drawn as a line. */
    icon: Type.Optional(
      Type.String({
        pattern: '^[Mm][\\dMmZzLlHhVvCcSsQqTtAaEe\\s,.+-]{1,2000}$',
        description: 'The d of an SVG path on a grid of 20 by 20, as in M4 4h12v9H8l-4 4z.'
      })
    )
  },
  closed
)

/** When somebody answers. Days left out are closed. */
export const HoursSchema = Type.Object(
  {
    ...{ mon: Hours, tue: Hours, wed: Hours, thu: Hours, fri: Hours, sat: Hours, sun: Hours },
    /** Other hours on some days: `'12-24': 'closed'` every year, `'2026-12-31': '09:00-12:00'` once. */
    dates: Type.Optional(Type.Record(Type.String(), Type.String()))
  },
  closed
)

/** What is done with `track`, `identify`, `page` and the like. */
export const EventsSchema = Type.Object(
  {
    /** Events older than this are forgotten. @default 365 */
    keepDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 36_500 }))
  },
  closed
)

/** One website. */
export const SiteSchema = Type.Object(
  {
    /** Public: it is in the script tag. */
    key: Name,
    /** Signs visitors' tokens. 32 random bytes are best: `openssl rand -hex 32`. */
    secret: Secret,
    /** What visitors know the company by. */
    name: Text,
    /** Where the widget may run: `https://shop.example`, without a path. The first one is the site's home. */
    origins: Type.Array(Text, { minItems: 1 }),
    brand: Type.Optional(BrandSchema),
    /** BCP 47; the first one is for people whose own is not known. @default ['en'] */
    languages: Type.Optional(Type.Array(Text, { minItems: 1 })),
    /** When somebody answers, in the site's `timeZone`. Visitors are told in their own. @default always */
    hours: Type.Optional(HoursSchema),
    /** How soon somebody usually answers while it is open, in minutes. */
    replyTime: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 20160, description: 'In minutes, as in 30.' })
    ),
    /** The site's own words, by language: any text of the widget, and under `phone` any that is said on phones. */
    texts: Type.Optional(Type.Unsafe<Record<string, SiteTextsConfig>>(Type.Object({}))),
    /** How its users prove who they are, and whether they must. */
    identity: Type.Optional(IdentitySchema),
    /** IANA zone, `Europe/Stockholm`, that hours and times on phones are told in. @default UTC */
    timeZone: Type.Optional(Text),
    /** Whether what is said on a linked phone shows on the site too. @default 'ask' */
    mirror: Type.Optional(Type.Enum(['ask', 'always', 'never'])),
    /** What a widget with `data-greet` says first, and when: the first one that fits. */
    greetings: Type.Optional(
      Type.Array(Type.Object(Greeting.properties, closed), { maxItems: 50 })
    ),
    before: Type.Optional(BeforeSchema),
    /** How long after its end a conversation goes on by writing in it, in hours; 0 never: what is written begins the next one. @default for ever */
    reopenHours: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 87_600, description: 'In hours, as in 48; 0 for never.' })
    ),
    /** Whether visitors are asked how it went, once a conversation has ended. @default true */
    rating: Type.Optional(Type.Boolean()),
    /** A mirror stops when the web session was idle this long. @default 30 */
    mirrorIdleMinutes: Type.Optional(Count),
    /** Overrides the relay's `mail` for this site. */
    mail: Type.Optional(SiteMailSchema),
    push: Type.Optional(SitePushSchema),
    events: Type.Optional(EventsSchema),
    /** ISO 3166 country that typed numbers without `+` are read in. @default the first language's */
    country: Type.Optional(
      Type.String({ pattern: '^[A-Z]{2}$', description: 'Write its two letters: SE.' })
    ),
    /** Shown before anything is said. */
    greeting: Type.Optional(Text),
    /** Things people ask, offered in an empty thread. */
    questions: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems: 6 })
    )
  },
  closed
)
export type SiteConfig = Static<typeof SiteSchema>

/** A person of the company who answers. */
export const AgentSchema = Type.Object(
  {
    id: Name,
    name: Text,
    email: Type.String({
      pattern: '^[^@\\s]+@[^@\\s]+$',
      description: 'Write it as kim@shop.example.'
    }),
    /** Opens the inbox and the API. At least 16 characters. */
    token: Secret,
    /** Keys of the sites this agent may see. @default all */
    sites: Type.Optional(Type.Array(Text, { minItems: 1 }))
  },
  closed
)
export type AgentConfig = Static<typeof AgentSchema>

/** How much anybody may ask of this relay; each has a default that suits most. */
export const LimitsSchema = Type.Partial(
  Type.Object({
    framesPerSecond: Count,
    frameBurst: Count,
    connectionsPerIp: Count,
    connectionsPerVisitor: Count,
    connectsPerMinute: Count,
    sessionsPerMinute: Count,
    requestsPerMinute: Count,
    eventCallsPerMinute: Count,
    eventsPerMinute: Count,
    siteEventsPerMinute: Count,
    uploadsPerMinute: Count,
    filesPerHour: Count,
    fileBytesPerHour: Count,
    wrongTokensPerMinute: Count,
    unreadBytes: Count
  }),
  closed
)

/** Pictures and documents: what is taken, and where it is kept. */
export const FilesSchema = Type.Object(
  {
    /** `folder:<directory>`, or `s3://<bucket>/<prefix>` at any store that speaks S3's wire. @default files/ beside the store */
    store: Type.Optional(Text),
    /** Where the S3 store is: `https://s3.example`. @default Amazon */
    endpoint: Type.Optional(Text),
    /** @default us-east-1 */
    region: Type.Optional(Text),
    accessKeyId: Type.Optional(Text),
    secretAccessKey: Type.Optional(Text),
    /** Largest file. @default 16 MiB, the most that the networks carry */
    maxBytes: Type.Optional(Count),
    /** Media types visitors may send, as their first bytes tell them; none at all takes the button away. @default pictures, PDF, text, Office documents, sound and film */
    kinds: Type.Optional(
      Type.Array(
        Type.String({
          pattern: '^[a-z]+/[a-z0-9.+-]+$',
          description: 'Write it as image/png.'
        })
      )
    )
  },
  closed
)
export type FilesConfig = Static<typeof FilesSchema>

/** The whole; what an account holds depends on its channel, and is checked apart. */
export const RelaySchema = Type.Object(
  {
    /** Where the world reaches this relay: `https://chat.example`. Providers sign it. @default http://localhost:<port> */
    publicUrl: Type.Optional(Text),
    /** @default 3000 */
    port: Type.Optional(Type.Integer({ minimum: 0, maximum: 65535 })),
    /** The address to listen on. @default every one */
    host: Type.Optional(Text),
    /** `sqlite:<directory>`. @default sqlite:./data */
    store: Type.Optional(Text),
    bus: Type.Optional(Text),
    files: Type.Optional(FilesSchema),
    mail: Type.Optional(MailSchema),
    push: Type.Optional(PushSchema),
    sites: Type.Array(SiteSchema, { minItems: 1 }),
    accounts: Type.Optional(Type.Array(Type.Unsafe<AccountConfig>(Type.Object({})))),
    agents: Type.Optional(Type.Array(AgentSchema)),
    /** Whose X-Forwarded-For to believe: so many proxies, or those at these addresses (`10.0.0.0/8`). @default nobody's */
    trustProxy: Type.Optional(Type.Union([Count, Type.Array(Text)])),
    limits: Type.Optional(LimitsSchema),
    /** Opens `/metrics` to other machines, as a bearer token. @default this machine alone may read it */
    metricsToken: Type.Optional(Secret)
  },
  closed
)
export type RelayConfig = Static<typeof RelaySchema>
