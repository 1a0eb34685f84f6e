import type { Button, FileRef, MessageContent } from '@segue/sdk/protocol'

/** What a message asks beside its text, in lines to read. */
export function linesIn(content: MessageContent): string[] {
  switch (content.kind) {
    case 'replies':
      return []
    case 'form':
      return content.fields.map(({ label }) => `– ${label}`)
    case 'cards':
      return content.cards.flatMap(({ title, text, buttons = [] }) => [
        `– ${[title, text].filter(Boolean).join(': ')}`,
        ...buttons.flatMap(button => ('url' in button ? `${button.title}: ${button.url}` : []))
      ])
  }
}

/** The answers it offers. */
export function choicesIn(content: MessageContent): Button[] {
  if (content.kind === 'replies') return content.replies
  if (content.kind === 'form') return []
  return content.cards.flatMap(({ buttons = [] }) =>
    buttons.flatMap(button => ('id' in button ? button : []))
  )
}

/** The pictures of its cards. */
export const picturesIn = (content: MessageContent): FileRef[] =>
  content.kind === 'cards' ? content.cards.flatMap(({ image }) => image ?? []) : []
