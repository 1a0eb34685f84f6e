import type { Answer } from '@segue/sdk/protocol'
import type { Writing } from '../commit.ts'
import { choicesOf } from '../message/message-content.ts'
import { chose, contentOf } from '../message/read-answer.ts'
import type { Link, StoredEntry } from '../model.ts'

/** A button's id on a network: whose choice it is, and which. It is short however long our own ids are. */
export const networkChoice = (message: string, index: number): string => `a:${message}:${index}`

const CHOICE = /^a:([\w-]{1,64}):(\d{1,2})$/

/** Whether a button is one of ours for a choice: then its words are no command, whatever they are. */
export const isNetworkChoice = (button: string | undefined): boolean => CHOICE.test(button ?? '')

/** So far back a question is still the one that is answered. */
const LOOK_BACK = 20

/**
 * What somebody's message on a phone answers: by a tapped button, or, where there are none, by the number or the words of
 * a choice of what the company said last there.
 */
export async function answerFromPhone(
  { tx }: Writing,
  { conversation, id: link }: Link,
  { button, text }: { button?: string | undefined; text: string }
): Promise<Answer | undefined> {
  const [, message, index] = CHOICE.exec(button ?? '') ?? []
  if (message) {
    const content = await contentOf(tx, conversation, message)
    const choice = content && choicesOf(content)[Number(index)]
    return choice && chose(message, choice).answer
  }
  const said = text.trim().toLowerCase()
  if (said === '' || said.length > 24) return undefined
  const recent = await tx.entries(conversation, {
    before: Number.MAX_SAFE_INTEGER,
    limit: LOOK_BACK
  })
  const asked = recent.findLast(entry => isAsked(entry, link))?.body
  if (asked?.type !== 'message' || !asked.content || asked.removed) return undefined
  const choices = choicesOf(asked.content)
  const number = /^(\d{1,2})[.)]?$/.exec(said)?.[1]
  const choice = number
    ? choices[Number(number) - 1]
    : choices.find(({ title }) => title.toLowerCase() === said)
  return choice && chose(asked.id, choice).answer
}

const isAsked = ({ link, body }: StoredEntry, through: string): boolean =>
  link === through && body.type === 'message' && (body.from === 'agent' || body.from === 'bot')
