import type { FileRef, FormField, MessageContent } from '@segue/sdk/protocol'
import { uuidV7 } from '../uuid-v7.ts'
import type { Line } from './lines.ts'

/** How many there may be, and how long each may be, in characters. As the protocol has it. */
export const MOST = {
  choices: 10,
  cards: 10,
  buttons: 3,
  fields: 8,
  fieldChoices: 10,
  title: 20,
  cardTitle: 80,
  cardText: 400,
  url: 2000,
  label: 80,
  fieldChoice: 40
}

export interface ChoiceLine extends Line {
  title: string
}

export interface ButtonLine extends Line {
  title: string
  does: 'answer' | 'link'
  /** Of a link. */
  url: string
}

/** A card's picture, from when it is chosen. */
export interface Picture {
  name: string
  status: 'uploading' | 'ready' | 'failed'
  /** Its own bytes, shown at once. */
  preview?: string
  file?: FileRef
  problem?: string
}

export interface CardLine extends Line {
  title: string
  text: string
  picture?: Picture | undefined
  buttons: readonly ButtonLine[]
}

export interface FieldLine extends Line {
  label: string
  type: FormField['type']
  /** Of a choice: one a line. */
  choices: string
  required: boolean
}

/** What an agent is about to ask or show. Each kind keeps its own lines, so that changing one's mind loses nothing. */
export interface AskDraft {
  kind: MessageContent['kind']
  /** What is asked, or stands above the cards. */
  text: string
  choices: readonly ChoiceLine[]
  cards: readonly CardLine[]
  fields: readonly FieldLine[]
  /** What a form's button says. */
  submit: string
}

export const newChoice = (): ChoiceLine => ({ key: uuidV7(), title: '' })

export const newButton = (): ButtonLine => ({ key: uuidV7(), title: '', does: 'answer', url: '' })

export const newCard = (): CardLine => ({ key: uuidV7(), title: '', text: '', buttons: [] })

export const newField = (): FieldLine => ({
  key: uuidV7(),
  label: '',
  type: 'text',
  choices: '',
  required: false
})

/** Nothing written yet, with room to begin. */
export const newAsk = (): AskDraft => ({
  kind: 'replies',
  text: '',
  choices: [newChoice(), newChoice()],
  cards: [newCard()],
  fields: [newField()],
  submit: ''
})

/** Whether nothing has been written. */
export const isBlankAsk = ({ text, choices, cards, fields }: AskDraft): boolean =>
  [
    text,
    ...choices.map(({ title }) => title),
    ...cards.flatMap(card => [card.title, card.text, ...card.buttons.map(({ title }) => title)]),
    ...fields.map(({ label }) => label)
  ].every(words => words.trim() === '') && cards.every(({ picture }) => !picture)
