import { type Static, type TObject, Type } from 'typebox'
import type { ChannelName, ChannelSettings } from '../channels/index.ts'

const Text = Type.String({ minLength: 1 })
const Secret = Type.String({ minLength: 16 })

const every = {
  /** Names the account: in `/webhooks/<id>`, in the API, and in what was stored. Never change it. */
  id: Text,
  /** The site a first message without a code belongs to, and whose visitors are offered this account. @default the first */
  site: Type.Optional(Text),
  /** Replaces the provider's scheme and host, and nothing else: a simulator, a proxy. */
  apiUrl: Type.Optional(Text)
}

/** What each channel's account is made of. A channel without a schema here does not compile. */
export const accountSchemas = {
  'whatsapp-cloud': Type.Object(
    {
      ...every,
      channel: Type.Literal('whatsapp-cloud'),
      /** The number people write to: `+46766000000`. */
      number: Text,
      /** Meta's id of that number. */
      phoneNumberId: Text,
      accessToken: Secret,
      /** Signs the webhooks. */
      appSecret: Secret,
      /** What Meta is told to ask for when the webhook is set up. Any words of your own. */
      verifyToken: Text,
      /** The approved template that carries a text outside the 24-hour window: its one body parameter is the text. */
      template: Type.Optional(
        Type.Object({ name: Text, language: Text }, { additionalProperties: false })
      )
    },
    { additionalProperties: false }
  ),
  twilio: Type.Object(
    {
      ...every,
      channel: Type.Literal('twilio'),
      accountSid: Text,
      /** Opens the API and signs the webhooks. */
      authToken: Secret,
      /** The number people write to: `+46766000000`. */
      from: Text
    },
    { additionalProperties: false }
  )
} satisfies Record<ChannelName, TObject>

type Schemas = typeof accountSchemas

/** One channel account, as it is configured. */
export type AccountConfig = { [Name in ChannelName]: Static<Schemas[Name]> }[ChannelName]

/** Fails to compile when a channel needs a setting that its schema does not have. */
export type Covered = {
  [Name in ChannelName]: Static<Schemas[Name]> & { publicUrl: string } extends ChannelSettings<Name>
    ? true
    : never
}
export const covered: Covered = { 'whatsapp-cloud': true, twilio: true }
