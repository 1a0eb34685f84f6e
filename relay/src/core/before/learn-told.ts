import type { ToldTraits } from '@segue/sdk/protocol'
import type { Writing } from '../commit.ts'
import { visitorNode } from '../identity/find-people.ts'
import { learnTraits } from '../identity/learn-traits.ts'
import { markTraits } from '../identity/merge-traits.ts'
import type { Ports } from '../ports.ts'
import type { Question } from './question.ts'

const FITS: Partial<Record<Question['type'], RegExp>> = {
  email: /^[^\s@]+@[^\s@]+$/,
  tel: /^[\d\s+().-]{3,32}$/,
  number: /^-?\d{1,15}([.,]\d{1,6})?$/
}

/** What a visitor answered to a question, as it is kept. Undefined when it is no answer to it. */
function readTold({ type, choices }: Question, value: string | boolean | undefined) {
  if (type === 'checkbox') return value === true ? true : undefined
  const text = typeof value === 'string' ? value.trim() : ''
  if (!text || FITS[type]?.test(text) === false) return undefined
  const isOffered = !choices || [...choices.values()].some(offered => offered.includes(text))
  return isOffered ? text : undefined
}

/**
 * Keeps what a visitor says of themselves with their first message, as far as the site asks it: nobody has proved it. What is
 * no answer is left out, as the questions may have changed since they were asked; the message counts all the same.
 */
export async function learnTold(
  { sites, now }: Ports,
  writing: Writing,
  { site, address, told }: { site: string; address: string; told: ToldTraits }
): Promise<void> {
  const { tx } = writing
  const questions = sites.get(site)?.before?.questions ?? []
  const traits = Object.fromEntries(
    questions.flatMap(question => {
      const answer = readTold(
        question,
        Object.hasOwn(told, question.id) ? told[question.id] : undefined
      )
      return answer === undefined ? [] : [[question.id, answer]]
    })
  )
  if (Object.keys(traits).length === 0) return
  const [person] = await tx.peopleOf(site, [visitorNode(address)])
  if (!person) return
  await learnTraits(writing, person, [markTraits(traits, [now(), false])])
  const conversations = await tx.conversationsOf([person.id], 1)
  writing.tell({
    ...{ type: 'person', people: [person.root] },
    conversations: conversations.map(({ id }) => id)
  })
}
