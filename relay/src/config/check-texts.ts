import { en as pageTexts } from '@segue/widget/texts'
import { en as phoneTexts } from '../core/phone/phone-texts/en.ts'
import { holesOf } from '../core/phone/phone-texts/templates.ts'
import { nearest } from './nearest.ts'
import { type Problem, partOf } from './problems.ts'
import { checkLanguage } from './value-checks.ts'

type Tree = { [name: string]: string | Tree }

/** Longer button titles are cut by WhatsApp. */
const TITLE_LENGTH = 20
const TITLES = /\.phone\.(mirrorYes|mirrorNo|notMe)$/

const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other']
const MOST_QUESTIONS = 6

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is wrong with the texts that sites say in their own words. */
export function checkTexts(sites: unknown): Problem[] {
  if (!Array.isArray(sites)) return []
  return sites.flatMap((site, index) => {
    const path = `${partOf('sites', index)}.texts`
    const texts: unknown = Object(site).texts
    if (!isObject(texts)) return []
    return Object.entries(texts).flatMap(([language, own]) => {
      const wrong = checkLanguage(language)
      const at = partOf(path, language)
      return wrong ? [{ path: at, ...wrong }] : checkLanguageTexts(own, at)
    })
  })
}

function checkLanguageTexts(own: unknown, path: string): Problem[] {
  if (!isObject(own)) return [{ path, message: 'must be texts by their names' }]
  const { questions, ...texts } = own
  return [
    ...checkGroup(texts, { ...pageTexts, phone: phoneTexts }, path),
    ...checkQuestions(questions, partOf(path, 'questions'))
  ]
}

function checkQuestions(questions: unknown, path: string): Problem[] {
  if (questions === undefined) return []
  const isList = Array.isArray(questions) && questions.length <= MOST_QUESTIONS
  const isGood =
    isList && questions.every(one => typeof one === 'string' && one && one.length <= 80)
  const hint = `At most ${MOST_QUESTIONS}, of at most 80 characters each.`
  return isGood ? [] : [{ path, message: 'must be a list of questions', hint }]
}

function checkGroup(own: Record<string, unknown>, ours: Tree, path: string): Problem[] {
  return Object.entries(own).flatMap(([name, value]) => {
    const at = partOf(path, name)
    const our = Object.hasOwn(ours, name) ? ours[name]! : undefined
    if (our === undefined) return [unknownText(at, name, Object.keys(ours))]
    if (typeof our === 'string' || 'other' in our) return checkText(value, our, at)
    return isObject(value)
      ? checkGroup(value, our, at)
      : [{ path: at, message: 'must be texts by their names' }]
  })
}

function unknownText(path: string, name: string, known: string[]): Problem {
  const meant = nearest(name, known)
  const hint = meant ? `Did you mean ${meant}?` : `Known here: ${known.join(', ')}.`
  return { path, message: 'is no text', hint }
}

function checkText(value: unknown, our: string | Tree, path: string): Problem[] {
  const holes = [...new Set(holesOf(typeof our === 'string' ? our : Object.values(our).join()))]
  if (typeof value === 'string') return checkWords(value, holes, path)
  const forms = holes.includes('count') ? PLURALS : holes.includes('network') ? null : undefined
  if (!isObject(value) || forms === undefined || path.includes('.phone.')) {
    return [{ path, message: 'must be a text' }]
  }
  if (typeof value.other !== 'string') {
    return [{ path: partOf(path, 'other'), message: 'is missing', hint: 'It is for all the rest.' }]
  }
  return Object.entries(value).flatMap(([form, text]) => {
    const at = partOf(path, form)
    if (forms && !forms.includes(form)) {
      return [{ path: at, message: 'is no plural form', hint: `One of: ${forms.join(', ')}.` }]
    }
    return typeof text === 'string'
      ? checkWords(text, holes, at)
      : [{ path: at, message: 'must be a text' }]
  })
}

function checkWords(text: string, holes: string[], path: string): Problem[] {
  if (!text.trim()) return [{ path, message: 'is empty' }]
  if (TITLES.test(path) && [...text].length > TITLE_LENGTH) {
    const message = `is too long for a button: at most ${TITLE_LENGTH} characters`
    return [{ path, message }]
  }
  const stranger = holesOf(text).find(name => !holes.includes(name))
  if (stranger === undefined) return []
  const meant = nearest(stranger, holes)
  const known = holes.map(hole => `{${hole}}`).join(', ')
  const hint = meant
    ? `Did you mean {${meant}}?`
    : known
      ? `It may use ${known}.`
      : 'It fills in nothing.'
  return [{ path, message: `has nothing to put in place of {${stranger}}`, hint }]
}
