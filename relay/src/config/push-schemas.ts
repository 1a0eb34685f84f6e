import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const KEY = 'Make both with: npx segue-relay vapid'

/** What push services know this relay by. Without it nobody is told of answers by their browser. */
export const PushSchema = Type.Object(
  {
    publicKey: Type.String({ pattern: '^[\\w-]{87}$', description: KEY }),
    /** Keep it out of the file: `env:VAPID_PRIVATE_KEY`. */
    privateKey: Type.String({ pattern: '^[\\w-]{43}$', description: KEY }),
    /** Whom a push service may write to when something is wrong. */
    subject: Type.String({
      pattern: '^(mailto:[^@\\s]+@[^@\\s]+|https://\\S+)$',
      description: 'Write it as mailto:tech@shop.example.'
    }),
    /** Origins of push services beside those of the browsers: they are called wherever they lie. */
    services: Type.Optional(Type.Array(Type.String({ minLength: 1 })))
  },
  closed
)

/** How a site's visitors are told of answers when they have left. */
export const SitePushSchema = Type.Object(
  {
    /** The path of the service worker on the site itself, which holds one line: `importScripts('https://relay/widget/push.js')`. */
    worker: Type.String({
      pattern: '^/(?!/)[\\w./-]+\\.js$',
      description: 'Write the path on the site: /segue-push.js.'
    }),
    /** Whether a notification says what the answer is, for whoever looks at the screen. @default false */
    text: Type.Optional(Type.Boolean())
  },
  closed
)
export type PushConfig = Static<typeof PushSchema>
