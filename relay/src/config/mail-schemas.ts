import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Text = Type.String({ minLength: 1 })
const MailAddress = Type.String({
  pattern: '^[^@\\s<>",;]+@[^@\\s<>",;]+$',
  description: 'Write the address alone: chat@shop.example.'
})

/** Whose name a site's mails go out in, where it is not the relay's. */
export const SiteMailSchema = Type.Object(
  {
    /** @default mail.from */
    from: Type.Optional(MailAddress),
    /** Where answers go. @default mail.replyTo */
    replyTo: Type.Optional(MailAddress),
    /** Whether visitors and agents may have a conversation mailed. @default true */
    transcript: Type.Optional(Type.Boolean())
  },
  closed
)

/** How mail goes out. Without it none is offered. */
export const MailSchema = Type.Object(
  {
    /** `smtp://user:password@host:587`, or `smtps:` for TLS from the first byte. Keep it out of the file: `env:SMTP_URL`. */
    smtp: Text,
    /** Who it is from: an address that the server may send for. The name beside it is the site's. */
    from: MailAddress,
    /** Where answers go. @default nowhere, and the mail says so */
    replyTo: Type.Optional(MailAddress)
  },
  closed
)
export type MailConfig = Static<typeof MailSchema>
