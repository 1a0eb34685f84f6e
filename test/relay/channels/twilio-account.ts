import { twilio } from '../../../relay/src/channels/twilio.ts'

/** What the channel takes for now. */
export const NOW = Date.UTC(2026, 10, 21, 12)
export const SID = 'AC00000000000000000000000000000000'
export const MESSAGE = 'SM11111111111111111111111111111111'

/** Our SMS number, with its API at `apiUrl`. */
export const open = (apiUrl?: string, timeoutMs = 5000, settings = {}) =>
  twilio(
    {
      id: 'sms',
      accountSid: SID,
      authToken: '12345',
      from: '+46766000000',
      publicUrl: 'https://relay.example',
      ...(apiUrl !== undefined && { apiUrl }),
      ...settings
    },
    { now: () => NOW, timeoutMs }
  )

/** Somebody writes to us. */
export const received = {
  AccountSid: SID,
  MessageSid: MESSAGE,
  From: '+46700000001',
  To: '+46766000000',
  Body: 'Hej'
}
