import type { ChannelLimits, Content } from './channel.ts'
import { splitText } from './split-text.ts'

/**
 * A message as a network can carry it: buttons it does not have become words to send back, files it does not carry become links,
 * and a text that is too long becomes several messages. Nothing is left out.
 */
export function renderContent(
  content: Content,
  limits: ChannelLimits,
  answerWith: string
): Content[] {
  const asWords = content.buttons.length > limits.buttons
  const lines = [content.text]
  if (!limits.files) lines.push(...content.files.map(({ name, url }) => `${name}: ${url}`))
  if (asWords) {
    lines.push(`${answerWith} ${content.buttons.map(({ title }) => title).join(' / ')}`)
  }
  const files = limits.files ? content.files : []
  const buttons = asWords ? [] : content.buttons
  const pieces = splitText(lines.filter(Boolean).join('\n'), limits.textLength)
  const [first = '', ...rest] = pieces

  // Each file is a message of its own; the first carries the first words as its caption.
  const messages: Content[] =
    files.length > 0
      ? files.map((file, index) => ({
          text: index === 0 && buttons.length === 0 && rest.length === 0 ? first : '',
          files: [file],
          buttons: []
        }))
      : []
  if (messages[0]?.text !== first || files.length === 0) {
    messages.push(...pieces.map(text => ({ text, files: [], buttons: [] as Content['buttons'] })))
  }
  if (buttons.length > 0) messages.at(-1)!.buttons = buttons
  return messages
}
