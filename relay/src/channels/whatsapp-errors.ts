import type { Reason, Refusal } from '../core/channel.ts'
import { type Fields, fieldsOf, listOf, textOf } from './provider-json.ts'
import { type Meaning, type ProviderError, reasonOf } from './sort-refusal.ts'

const BUSY = 'WhatsApp asks us to slow down.'
const TROUBLE = 'WhatsApp has trouble of its own.'
const CREDENTIALS = 'WhatsApp refuses our access token or its permissions.'
const ACCOUNT = 'WhatsApp has blocked or restricted this account.'
const TEMPLATE = 'The template is missing, paused, or does not fit.'
const MEDIA = 'WhatsApp cannot take this kind of message or file.'
const NOT_THERE = 'This person cannot be reached on WhatsApp.'
const HELD_BACK = 'WhatsApp holds this message back from this person.'
const WINDOW = 'The person has not written for 24 hours: only a template may be sent now.'

/** Smallest time between messages to one person once they are too many: about one in six seconds. */
const PAIR_MS = 6000

const meaning = (sort: Meaning['sort'], text: string, codes: number[]) =>
  codes.map(code => [code, { sort, text }] as [number, Meaning])

const MEANINGS = new Map<number, Meaning>([
  ...meaning('window_closed', WINDOW, [131047]),
  ...meaning('opted_out', 'The person has stopped messages of this kind.', [131050]),
  ...meaning('unreachable_person', NOT_THERE, [131021, 131026, 131030, 131062]),
  ...meaning('unreachable_person', HELD_BACK, [130472, 131049]),
  ...meaning('limited', BUSY, [4, 80007, 130429]),
  [131056, { sort: 'limited', text: BUSY, retryAfterMs: PAIR_MS }],
  ...meaning('limited', TROUBLE, [1, 2, 131000, 131016, 131057, 133004]),
  ...meaning('account', CREDENTIALS, [0, 3, 10, 190, 131005, 131045, 133010]),
  ...meaning('account', ACCOUNT, [368, 131031, 131037, 131042, 131048]),
  ...meaning('content', MEDIA, [131051, 131052, 131053]),
  ...meaning('content', TEMPLATE, [132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018])
])

/** Permissions have a hundred codes. */
const isPermission = (code: number): boolean => code >= 200 && code <= 299

/** Graph's word for an object that is not there, or not ours: the phone number id is wrong. */
const NO_SUCH_OBJECT = 33

function meaningOf(code: number, subcode: number): Meaning | undefined {
  if (isPermission(code) || (code === 100 && subcode === NO_SUCH_OBJECT)) {
    return { sort: 'account', text: CREDENTIALS }
  }
  return MEANINGS.get(code)
}

/** The error of a Graph answer, or of a webhook. Titles and HTTP statuses vary; the code is what counts. */
export function readError(error: Fields): ProviderError {
  const code = textOf(error.code)
  const details = textOf(fieldsOf(error.error_data).details)
  return {
    code,
    text: details || textOf(error.message) || textOf(error.title),
    meaning: code ? meaningOf(Number(code), Number(error.error_subcode)) : undefined
  }
}

/** Why a message that had been accepted failed after all. */
export function readFailure(errors: unknown): { reason: Reason; why?: Refusal } {
  const error = readError(listOf(errors)[0] ?? {})
  const sort = error.meaning?.sort
  return { reason: reasonOf(error), ...(sort && sort !== 'limited' && { why: sort }) }
}
