import type { Button, Card, FormField, MessageContent } from '@segue/sdk/protocol'
import type { ChannelLimits, Content } from '../channel.ts'
import { choicesOf, isChoice } from '../message/message-content.ts'
import { networkChoice } from '../phone/answer-from-phone.ts'
import type { PhoneTexts } from '../phone/phone-texts.ts'

/** A message with something to answer, on its way to a network. */
export interface Rich {
  /** Its id. */
  message: string
  text: string
  content: MessageContent
  /** A link to one of its pictures. */
  urlOf(file: string): string
}

type Words = Pick<PhoneTexts, 'choose' | 'answerWithNumber'>
type Limits = Pick<ChannelLimits, 'buttons' | 'rows'>

/**
 * A message of choices, cards or questions as messages that a network can carry. Where its buttons and lists do not hold
 * all choices they are numbered, throughout the message: then a number alone says which. Nothing is left out.
 */
export function layOut(rich: Rich, limits: Limits, words: Words): Content[] {
  const { content, text } = rich
  switch (content.kind) {
    case 'form':
      return [plain(text, ...content.fields.map(questionOf))]
    case 'replies':
      return [layReplies(rich, content.replies, { limits, words })]
    case 'cards':
      return [...(text ? [plain(text)] : []), ...layCards(rich, content.cards, { limits, words })]
  }
}

const plain = (...lines: string[]): Content => ({ text: lines.join('\n'), files: [], buttons: [] })

const questionOf = ({ label, choices }: FormField): string =>
  choices ? `- ${label} (${choices.join(' / ')})` : `- ${label}`

interface Place {
  limits: Limits
  words: Words
}

function layReplies({ message, text }: Rich, replies: Button[], { limits, words }: Place): Content {
  if (replies.length > Math.max(limits.buttons, limits.rows ?? 0)) {
    return plain(text, ...numbered(replies, 0), words.answerWithNumber)
  }
  return { ...plain(text), buttons: onNetwork(message, replies, 0), choose: words.choose }
}

const numbered = (choices: Button[], before: number): string[] =>
  choices.map(({ title }, at) => `${before + at + 1}. ${title}`)

const onNetwork = (message: string, choices: Button[], before: number): Button[] =>
  choices.map(({ title }, at) => ({ id: networkChoice(message, before + at), title }))

function layCards(rich: Rich, cards: Card[], { limits, words }: Place): Content[] {
  // All by buttons or all by numbers: half of each would be a riddle.
  const byButtons = cards.every(
    ({ buttons = [] }) => buttons.filter(isChoice).length <= limits.buttons
  )
  let before = 0
  const laid = cards.map(card => {
    const one = layCard(rich, card, { before, byButtons })
    before += one.choices
    return one.content
  })
  const isAsked = choicesOf(rich.content).length > 0
  return [...laid, ...(isAsked && !byButtons ? [plain(words.answerWithNumber)] : [])]
}

function layCard(
  { message, urlOf }: Rich,
  { title, text, image, buttons = [] }: Card,
  { before, byButtons }: { before: number; byButtons: boolean }
): { content: Content; choices: number } {
  const choices = buttons.filter(isChoice)
  const links = buttons.flatMap(button =>
    'url' in button ? [`${button.title}: ${button.url}`] : []
  )
  const lines = [
    title,
    ...(text ? [text] : []),
    ...links,
    ...(byButtons ? [] : numbered(choices, before))
  ]
  const content = {
    ...plain(...lines),
    ...(byButtons ? { buttons: onNetwork(message, choices, before) } : {}),
    ...(image ? { files: [{ ...image, url: urlOf(image.id) }] } : {})
  }
  return { content, choices: choices.length }
}
