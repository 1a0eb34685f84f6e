import { type AskDraft, MOST, newAsk } from '../../../relay/inbox/fold/ask-draft.ts'

const picture = { id: 'f1', name: 'mug.png', mime: 'image/png', size: 12 }

/** A draft of this kind with one of everything. */
export function draftOf(kind: AskDraft['kind'], change: Partial<AskDraft> = {}): AskDraft {
  return {
    ...newAsk(),
    kind,
    text: ' Which one? ',
    choices: ['Sand ', 'Moss', ''].map((title, place) => ({ key: `c${place}`, title })),
    cards: [
      {
        key: 'k1',
        title: 'Morgon',
        text: '',
        picture: { name: 'mug.png', status: 'ready', file: picture },
        buttons: [
          { key: 'b1', title: 'This one', does: 'answer', url: '' },
          { key: 'b2', title: 'See it', does: 'link', url: 'shop.example/mug' }
        ]
      }
    ],
    fields: [
      { key: 'f1', label: 'Your name', type: 'text', choices: '', required: true },
      { key: 'f2', label: 'Size', type: 'choice', choices: 'Small\n\n Large ', required: false }
    ],
    submit: 'Go',
    ...change
  }
}

const times = <Of>(count: number, make: (place: number) => Of): Of[] =>
  Array.from({ length: count }, (_, place) => make(place))

/** As many characters as fit, different for every place. */
const full = (most: number, place = 0) => `${place}`.padEnd(most, 'x')

/** A draft of this kind that is full to every limit. */
export const fullDraft = (kind: AskDraft['kind']): AskDraft => ({
  kind,
  text: 'Which one?',
  submit: full(MOST.title),
  choices: times(MOST.choices, place => ({ key: `c${place}`, title: full(MOST.title, place) })),
  cards: times(MOST.cards, card => ({
    key: `k${card}`,
    title: full(MOST.cardTitle),
    text: full(MOST.cardText),
    buttons: times(MOST.buttons, place => ({
      key: `b${card}-${place}`,
      title: full(MOST.title, place),
      does: place === 0 ? 'link' : 'answer',
      url: `https://shop.example/${full(MOST.url - 'https://shop.example/'.length)}`
    }))
  })),
  fields: times(MOST.fields, place => ({
    key: `f${place}`,
    label: full(MOST.label, place),
    type: 'choice',
    choices: times(MOST.fieldChoices, choice => full(MOST.fieldChoice, choice)).join('\n'),
    required: true
  }))
})
