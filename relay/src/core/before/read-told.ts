import type { ToldTraits } from '@segue/sdk/protocol'
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

/** What a visitor's answers are to these questions. What is no answer is left out. */
export const readAllTold = (
  questions: readonly Question[],
  told: ToldTraits
): Record<string, string | true> =>
  Object.fromEntries(
    questions.flatMap(question => {
      const { id } = question
      const answer = readTold(question, Object.hasOwn(told, id) ? told[id] : undefined)
      return answer === undefined ? [] : [[id, answer]]
    })
  )
