import type { Button, ContentDraft, FileRef, MessageContent } from '@segue/sdk/protocol'
import { Refused } from '../refusal.ts'

/** The answers a message offers, in the order of reading. */
export const choicesOf = (content: MessageContent | ContentDraft): Button[] => {
  if (content.kind === 'replies') return content.replies
  if (content.kind === 'form') return []
  return content.cards.flatMap(({ buttons = [] }) => buttons.filter(isChoice))
}

/** Whether a button answers; else it leads to a page. */
export const isChoice = (button: object): button is Button => 'id' in button

/** The pictures it needs, by their ids. Each once. */
export const picturesOf = (content: ContentDraft): string[] => {
  if (content.kind !== 'cards') return []
  return [...new Set(content.cards.flatMap(({ image }) => image ?? []))]
}

/**
 * What the schema cannot say of it.
 *
 * @throws {Refused} `invalid` for two answers or questions of one name, for a choice without choices, and for a question nobody asks
 */
export function checkContent(content: ContentDraft, text: string): void {
  const wrong = (message: string, path: string) => new Refused('invalid', message, path)
  const fields = content.kind === 'form' ? content.fields : []
  const names = [...choicesOf(content), ...fields].map(({ id }) => id)
  if (new Set(names).size < names.length) {
    throw wrong('Two answers or questions have the same id.', 'content')
  }
  if (content.kind !== 'cards' && !text.trim()) {
    throw wrong('Ask something: people read this before they answer.', 'text')
  }
  const empty = fields.findIndex(({ type, choices }) => (type === 'choice') !== !!choices)
  if (empty >= 0) {
    throw wrong('A choice has choices, and nothing else has.', `content/fields/${empty}`)
  }
}

/** A draft with its pictures found. */
export function withPictures(content: ContentDraft, pictures: readonly FileRef[]): MessageContent {
  if (content.kind !== 'cards') return content
  const cards = content.cards.map(({ image, ...card }) => {
    const file = pictures.find(({ id }) => id === image)
    return { ...card, ...(file && { image: file }) }
  })
  return { kind: 'cards', cards }
}

/** The same with every picture changed. */
export function mapPictures(
  content: MessageContent,
  change: (file: FileRef) => FileRef
): MessageContent {
  if (content.kind !== 'cards') return content
  const cards = content.cards.map(card =>
    card.image ? { ...card, image: change(card.image) } : card
  )
  return { kind: 'cards', cards }
}

/** What stands for it where there is room for a few words. */
export function titleOf(content: MessageContent): string {
  if (content.kind === 'cards') return content.cards[0]!.title
  return content.kind === 'form' ? content.fields[0]!.label : content.replies[0]!.title
}
