import type { Reason, Refusal } from '../core/channel.ts'
import { type Fields, textOf } from './provider-json.ts'
import { type Meaning, type ProviderError, reasonOf } from './sort-refusal.ts'

const BAD_NUMBER = 'This number cannot get SMS.'
const NO_ROUTE = 'SMS to this number’s country or operator is not possible from ours.'
const OPTED_OUT = 'The person has answered STOP.'
const NOT_THERE = 'The phone could not be reached: it may be off, or the number no longer in use.'
const BLOCKED = 'The phone or its operator blocks our messages.'
const BUSY = 'Twilio asks us to slow down.'
const CREDENTIALS = 'Twilio refuses our account or its token.'
const SENDER = 'Our number may not send SMS: check it at Twilio.'
const CONTENT = 'The message is empty, too long, or not allowed.'
const FILTERED = 'The operator filtered the message as unwanted.'

const meaning = (sort: Meaning['sort'], text: string, codes: number[]) =>
  codes.map(code => [String(code), { sort, text }] as [string, Meaning])

// https://www.twilio.com/docs/api/errors: 2xxxx come at once, 3xxxx with a status.
const MEANINGS = new Map<string, Meaning>([
  ...meaning('unreachable_person', BAD_NUMBER, [21211, 21214, 21217, 21614, 30005, 30006]),
  ...meaning('unreachable_person', NO_ROUTE, [21408, 21612, 30036]),
  ...meaning('unreachable_person', NOT_THERE, [30003]),
  ...meaning('unreachable_person', BLOCKED, [30004]),
  ...meaning('opted_out', OPTED_OUT, [21610]),
  ...meaning('limited', BUSY, [14107, 20429, 21611, 30001]),
  ...meaning('account', CREDENTIALS, [10001, 20003, 20005, 20006, 20404, 30002]),
  ...meaning('account', SENDER, [21212, 21603, 21606, 21659, 21660, 30034]),
  ...meaning('content', CONTENT, [21602, 21605, 21617, 21619]),
  ...meaning('content', FILTERED, [30007])
])

/** The error of an answer of Twilio's. */
export function readTwilioError({ code, message }: Fields): ProviderError {
  const known = textOf(code)
  return { code: known, text: textOf(message), meaning: MEANINGS.get(known) }
}

/** Why a message that had been accepted failed after all: a status names only the code. */
export function readTwilioFailure(code: string): { reason: Reason; why?: Refusal } {
  const meaning = MEANINGS.get(code)
  const text = code && `Twilio error ${code}.`
  const sort = meaning?.sort
  return {
    reason: reasonOf({ code, text, meaning }),
    ...(sort && sort !== 'limited' && { why: sort })
  }
}
