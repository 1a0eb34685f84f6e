import type { Button, ContentDraft, LinkButton, MessageContent } from '@segue/sdk/protocol'
import { uuidV7 } from '../uuid-v7.ts'
import type { AskDraft, ButtonLine, CardLine, FieldLine } from './ask-draft.ts'

/** What is asked or shown, as a message has it. */
export interface Ask {
  text: string
  content: MessageContent
}

/** An address as people type it, whole. */
export const wholeUrl = (typed: string): string => {
  const url = typed.trim()
  return url === '' || /^[a-z][\w+.-]*:/i.test(url) ? url : `https://${url}`
}

/** The choices of a question, one a line. */
export const fieldChoices = ({ choices }: Pick<FieldLine, 'choices'>): string[] =>
  choices
    .split('\n')
    .map(choice => choice.trim())
    .filter(Boolean)

/** A draft without mistakes as it is sent. Ids say the place only: what was chosen is kept with its title. */
export function askOf(draft: AskDraft): Ask {
  return { text: draft.text.trim(), content: contentOf(draft) }
}

function contentOf({ kind, choices, cards, fields, submit }: AskDraft): MessageContent {
  if (kind === 'cards') return { kind, cards: cards.map(cardOf) }
  if (kind === 'form') {
    const asked = fields.map((line, place) => ({
      id: `q${place + 1}`,
      label: line.label.trim(),
      type: line.type,
      ...(line.type === 'choice' && { choices: fieldChoices(line) }),
      ...(line.required && { required: true })
    }))
    return { kind, fields: asked, ...(submit.trim() && { submit: submit.trim() }) }
  }
  const titles = choices.map(({ title }) => title.trim()).filter(Boolean)
  return { kind, replies: titles.map((title, place) => ({ id: `c${place + 1}`, title })) }
}

function cardOf({ title, text, picture, buttons }: CardLine, card: number) {
  const buttonOf = ({ title, does, url }: ButtonLine, place: number): Button | LinkButton =>
    does === 'link'
      ? { title: title.trim(), url: wholeUrl(url) }
      : { id: `c${card + 1}-${place + 1}`, title: title.trim() }
  return {
    title: title.trim(),
    ...(text.trim() && { text: text.trim() }),
    ...(picture?.file && { image: picture.file }),
    ...(buttons.length > 0 && { buttons: buttons.map(buttonOf) })
  }
}

/** The same as the API takes it: pictures by their ids. */
export function asDraft(content: MessageContent): ContentDraft {
  if (content.kind !== 'cards') return content
  const cards = content.cards.map(({ image, ...card }) => ({
    ...card,
    ...(image && { image: image.id })
  }))
  return { kind: 'cards', cards }
}

/** What was sent, to be written on: it takes the place of that kind's lines. */
export function writeAgain(draft: AskDraft, { text, content }: Ask): AskDraft {
  return { ...draft, kind: content.kind, text, ...linesOf(content) }
}

function linesOf(content: MessageContent): Partial<AskDraft> {
  switch (content.kind) {
    case 'replies':
      return { choices: content.replies.map(({ title }) => ({ key: uuidV7(), title })) }
    case 'cards':
      return { cards: content.cards.map(cardLine) }
    case 'form': {
      const fields = content.fields.map(({ label, type, choices = [], required = false }) => ({
        key: uuidV7(),
        label,
        type,
        choices: choices.join('\n'),
        required
      }))
      return { fields, submit: content.submit ?? '' }
    }
  }
}

type Card = Extract<MessageContent, { kind: 'cards' }>['cards'][number]

const cardLine = ({ title, text = '', image, buttons = [] }: Card): CardLine => ({
  key: uuidV7(),
  title,
  text,
  ...(image && { picture: { name: image.name, status: 'ready', file: image } }),
  buttons: buttons.map(button => ({
    key: uuidV7(),
    title: button.title,
    does: 'url' in button ? 'link' : 'answer',
    url: 'url' in button ? button.url : ''
  }))
})

/** A few words that tell one from another. */
export function titleOfAsk({ text, content }: Ask): string {
  if (text) return text
  if (content.kind === 'cards') return content.cards[0]?.title ?? ''
  return content.kind === 'form'
    ? (content.fields[0]?.label ?? '')
    : (content.replies[0]?.title ?? '')
}
