import { t } from '../strings.ts'
import { fieldChoices, wholeUrl } from './ask-content.ts'
import { type AskDraft, type CardLine, type FieldLine, MOST } from './ask-draft.ts'

/** What is wrong, by the field it is in, in the order of reading. */
export type Problems = ReadonlyMap<string, string>

/** The name of a field: of the whole, or of one of its lines. */
export const fieldId = (part: string, line?: { key: string }): string =>
  line ? `ask-${line.key}-${part}` : `ask-${part}`

type Found = [field: string, words: string]

const isBlank = (text: string) => text.trim() === ''

const needed = (field: string, text: string): Found[] =>
  isBlank(text) ? [[field, t.asks.problems.needed]] : []

/** What keeps a draft from being sent. Nothing is too long, because fields take no more. Pure. */
export function findProblems(draft: AskDraft): Problems {
  const { kind, text } = draft
  const question: Found[] =
    kind !== 'cards' && isBlank(text) ? [[fieldId('text'), t.asks.problems.question]] : []
  return new Map([...question, ...inLines(draft)])
}

function inLines({ kind, choices, cards, fields }: AskDraft): Found[] {
  if (kind === 'cards') return cards.flatMap(inCard)
  if (kind === 'form') return fields.flatMap(inField)
  const [first] = choices
  // An empty line is one nobody has written yet, and goes nowhere.
  if (first && choices.every(({ title }) => isBlank(title))) {
    return [[fieldId('title', first), t.asks.problems.noChoice]]
  }
  return choices.flatMap((line, place): Found[] =>
    isThere(choices.slice(0, place), line.title)
      ? [[fieldId('title', line), t.asks.problems.twice]]
      : []
  )
}

/** On a phone a word says which: two alike would be a riddle. */
const isThere = (before: readonly { title: string }[], title: string) =>
  !isBlank(title) && before.some(known => sameWord(known.title, title))

const sameWord = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

const PAGE = /^https?:\/\/[^\s]+$/

function inCard(card: CardLine): Found[] {
  const { picture, buttons } = card
  const pictureProblem =
    picture?.status === 'uploading' ? t.asks.problems.picture : picture?.problem
  return [
    ...needed(fieldId('title', card), card.title),
    ...(pictureProblem ? [[fieldId('picture', card), pictureProblem] satisfies Found] : []),
    ...buttons.flatMap((button, place): Found[] => {
      const twice = isThere(buttons.slice(0, place), button.title)
      const url = wholeUrl(button.url)
      const isPage = PAGE.test(url) && URL.canParse(url) && url.length <= MOST.url
      return [
        ...needed(fieldId('title', button), button.title),
        ...(twice ? [[fieldId('title', button), t.asks.problems.twice] satisfies Found] : []),
        ...(button.does === 'link' && !isPage
          ? [[fieldId('url', button), t.asks.problems.url] satisfies Found]
          : [])
      ]
    })
  ]
}

function inField(line: FieldLine): Found[] {
  const label = needed(fieldId('label', line), line.label)
  if (line.type !== 'choice') return label
  const choices = fieldChoices(line)
  const long = choices.find(choice => choice.length > MOST.fieldChoice)
  const isCountOk = choices.length >= 2 && choices.length <= MOST.fieldChoices
  const isOk = isCountOk && new Set(choices).size === choices.length
  const words = long ? t.asks.problems.longChoice(long) : isOk ? '' : t.asks.problems.choices
  return words ? [...label, [fieldId('choices', line), words]] : label
}
