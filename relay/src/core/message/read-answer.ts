import type { Answer, AnswerDraft, FormContent, MessageContent } from '@segue/sdk/protocol'
import type { Writing } from '../commit.ts'
import type { Reads } from '../reads.ts'
import { Refused } from '../refusal.ts'
import { choicesOf } from './message-content.ts'

/** An answer, and the same in words. */
export interface Answered {
  text: string
  answer: Answer
}

/**
 * What a visitor answers to a message, checked against what it asked.
 *
 * @throws {Refused} `invalid`, with the place of the mistake
 */
export async function readAnswer(
  { tx }: Pick<Writing, 'tx'>,
  conversation: string,
  { to, choice, values }: AnswerDraft
): Promise<Answered> {
  const content = await contentOf(tx, conversation, to)
  if (content?.kind === 'form' && values) return filledIn(to, content, values)
  const chosen = content && choicesOf(content).find(({ id }) => id === choice)
  if (chosen) return chose(to, chosen)
  throw new Refused('invalid', 'The message asks nothing that this answers.', 'answer')
}

/** One of the answers a message offers. */
export const chose = (to: string, choice: NonNullable<Answer['choice']>): Answered => ({
  text: choice.title,
  answer: { to, choice }
})

/** What a message offers to be answered. */
export async function contentOf(
  reads: Pick<Reads, 'message'>,
  conversation: string,
  message: string
): Promise<MessageContent | undefined> {
  const body = (await reads.message(conversation, message))?.body
  return body?.type === 'message' && !body.removed ? body.content : undefined
}

/** What browsers let through, and no more: people know their own names and numbers best. */
const FITS = {
  text: /^[^\n]{0,500}$/u,
  long: /^[\s\S]{0,2000}$/u,
  email: /^[^\s@]{1,64}@[^\s@]{1,255}$/u,
  tel: /^[\d\s+().-]{3,32}$/u,
  number: /^-?\d{1,15}([.,]\d{1,6})?$/u
}

function filledIn(to: string, { fields }: FormContent, given: Record<string, string>): Answered {
  const known = new Set(fields.map(({ id }) => id))
  const stranger = Object.keys(given).find(id => !known.has(id))
  if (stranger) throw new Refused('invalid', 'The form does not ask that.', `answer/${stranger}`)
  const values = fields.flatMap(({ id, label, type, choices = [], required }) => {
    const value = (given[id] ?? '').trim()
    const place = `answer/${id}`
    if (!value && required) throw new Refused('invalid', `${label}: this is needed.`, place)
    if (!value) return []
    const fits = type === 'choice' ? choices.includes(value) : FITS[type].test(value)
    if (!fits) throw new Refused('invalid', `${label}: this does not look right.`, place)
    return [{ id, label, value }]
  })
  if (values.length === 0) throw new Refused('invalid', 'Nothing is filled in.', 'answer')
  return {
    text: values.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    answer: { to, values }
  }
}
