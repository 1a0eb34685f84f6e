import type { Before, Question } from '../core/before/question.ts'
import type { BeforeConfig, QuestionConfig } from './before-schemas.ts'
import { type Problem, partOf } from './problems.ts'
import { checkLanguage } from './value-checks.ts'

/** What the widget has words for, and what kind of answer each takes. */
const KNOWN: Partial<Record<string, Question['type']>> = {
  name: 'text',
  email: 'email',
  phone: 'tel'
}

const typeOf = ({ id, type }: Pick<QuestionConfig, 'id' | 'type'>): Question['type'] =>
  type ?? KNOWN[id] ?? 'text'

/** What a site asks before the first message, in the core's words. */
export const beforeOf = ({ required = false, questions }: BeforeConfig): Before => ({
  required,
  questions: questions.map(question => ({
    id: question.id,
    type: typeOf(question),
    required: question.required ?? false,
    ...(question.label ? { label: byTag(question.label) } : {}),
    ...(question.choices ? { choices: byTag(question.choices) } : {})
  }))
})

const byTag = <T>(texts: Record<string, T>): Map<string, T> =>
  new Map(Object.entries(texts).map(([tag, text]) => [tag.toLowerCase(), text]))

/** What a schema cannot say of the questions of sites. */
export function checkBefore(sites: unknown): Problem[] {
  if (!Array.isArray(sites)) return []
  return sites.flatMap((site, index) => {
    const questions: unknown = Object(Object(site).before).questions
    if (!Array.isArray(questions)) return []
    const path = `${partOf('sites', index)}.before.questions`
    const ids = questions.map(question => Object(question).id)
    return questions.flatMap((question, at) => {
      const place = partOf(path, at)
      const isRepeat = ids.indexOf(ids[at]) < at
      const again = { path: partOf(place, 'id'), message: 'is asked twice' }
      return [...(isRepeat ? [again] : []), ...checkQuestion(Object(question), place)]
    })
  })
}

function checkQuestion(question: Partial<QuestionConfig>, path: string): Problem[] {
  const { id = '', type, label, choices } = question
  const isChoice = type === 'choice'
  const needsLabel = !label && !Object.hasOwn(KNOWN, id)
  return [
    ...(needsLabel
      ? [
          {
            path: partOf(path, 'label'),
            message: 'is missing',
            hint: "As in { en: 'Order number' }."
          }
        ]
      : []),
    ...(isChoice && !choices
      ? [{ path: partOf(path, 'choices'), message: 'is missing', hint: 'A choice needs them.' }]
      : []),
    ...(!isChoice && choices
      ? [
          {
            path: partOf(path, 'choices'),
            message: 'belongs to a choice',
            hint: "Set type: 'choice'."
          }
        ]
      : []),
    ...checkTags(label, partOf(path, 'label')),
    ...checkTags(choices, partOf(path, 'choices'))
  ]
}

const checkTags = (texts: unknown, path: string): Problem[] =>
  Object.keys(Object(texts)).flatMap(tag => {
    const wrong = checkLanguage(tag)
    return wrong ? [{ path: partOf(path, tag), ...wrong }] : []
  })
