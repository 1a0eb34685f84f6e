import { plainText } from '@segue/sdk/marks'
import type { ChannelLimits, Content } from '../channel.ts'
import { splitText } from './split-text.ts'

/**
 * A message as a network can carry it: buttons it does not have become words to send back, files it does not carry become links,
 * marks it does not draw become plain words, and a text that is too long becomes several messages. Nothing is left out, and the
 * order is the order of reading.
 */
export function renderContent(
  content: Content,
  limits: ChannelLimits,
  answerWith: string
): Content[] {
  const files = limits.files ? content.files : []
  const most = Math.max(limits.buttons, limits.rows ?? 0)
  const buttons = content.buttons.length > most ? [] : content.buttons
  const pieces = splitText(fullText(content, limits, answerWith), limits.textLength)
  const beside = limits.captionLength ?? limits.textLength

  const [caption] = pieces
  if (files.length > 0 && buttons.length === 0 && pieces.length === 1 && fits(caption, beside)) {
    return files.map((file, index) => ({ ...only(index === 0 ? caption! : ''), files: [file] }))
  }
  const hasHeader = files.length === 1 && buttons.length > 0 && buttons.length <= limits.buttons
  if (hasHeader && pieces.length === 1 && fits(caption, beside))
    return [{ ...content, text: caption!, files }]
  const last = buttons.length > 0 ? splitText(pieces.pop() ?? '', beside) : []
  const texts = [...pieces, ...last].map(only)
  if (buttons.length > 0) {
    // Buttons stand under a text, everywhere.
    if (texts.length === 0) texts.push(only(answerWith))
    const { choose } = content
    Object.assign(texts.at(-1)!, { buttons, ...(choose && { choose }) })
  }
  return [...files.map(file => ({ ...only(''), files: [file] })), ...texts]
}

const only = (text: string): Content => ({ text, files: [], buttons: [] })

const fits = (text: string | undefined, limit: number): boolean => [...(text ?? '')].length <= limit

function fullText(content: Content, limits: ChannelLimits, answerWith: string): string {
  const lines = [limits.marks ? content.text : plainText(content.text)]
  if (!limits.files) lines.push(...content.files.map(({ name, url }) => `${name}: ${url}`))
  if (content.buttons.length > Math.max(limits.buttons, limits.rows ?? 0)) {
    lines.push(`${answerWith} ${content.buttons.map(({ title }) => title).join(' / ')}`)
  }
  return lines.filter(Boolean).join('\n')
}
