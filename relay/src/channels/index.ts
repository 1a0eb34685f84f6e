import { twilio } from './twilio.ts'
import { whatsappCloud } from './whatsapp-cloud.ts'

/** What an account's `channel` may be, and what opens it. The only place that names them. */
export const channels = {
  'whatsapp-cloud': whatsappCloud,
  twilio
}

export type ChannelName = keyof typeof channels

/** What a channel needs to know of an account. */
export type ChannelSettings<Name extends ChannelName> = Parameters<(typeof channels)[Name]>[0]
