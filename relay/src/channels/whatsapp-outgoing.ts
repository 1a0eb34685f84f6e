import type { Content, Outgoing } from '../core/channel.ts'
import { digitsOf, nameWith } from './phone-number.ts'
import { asText, countPoints, withLines, wordsOf } from './text-lines.ts'

/** What WhatsApp takes in one message, in code points. */
export const WHATSAPP_TEXT = 4096
/** … and beside a file or buttons, or as a template's parameter. */
export const WHATSAPP_CAPTION = 1024
/** … and of buttons. */
export const WHATSAPP_BUTTONS = 3
/** … and of a list's rows. */
export const WHATSAPP_ROWS = 10
const TITLE = 20

type File = Content['files'][number]
type Buttons = Content['buttons']
type Part = Readonly<Record<string, unknown>>

/** Who it goes to. A number wins over a scoped id at Meta's end, so only one is sent. Undefined when we know neither. */
export function recipientOf(names: string[]): Part | undefined {
  const phone = nameWith('phone:', names)
  if (phone) return { to: digitsOf(phone) }
  const scoped = nameWith('whatsapp:', names)
  return scoped ? { recipient: scoped } : undefined
}

/** The message in WhatsApp's words. Undefined when there is nothing to send, or more than fits. */
export function payloadOf({ content, template }: Outgoing): Part | undefined {
  if (template) return templateOf(content, template)
  const [first, ...others] = content.files
  const file = first && mediaOf(first)
  const beside = withLines(content.text, [...others.map(({ url }) => url)])
  // Nothing stands beside sound.
  const isAlone = beside === '' && content.buttons.length === 0
  if (!file || (file.type === 'audio' && !isAlone)) return textOrButtons(content)

  if (showsButtons(beside, content.buttons)) {
    return interactiveOf(beside, content.buttons, { type: file.type, [file.type]: file.media })
  }
  const caption = withLines(beside, [wordsOf(content.buttons)])
  if (countPoints(caption) > WHATSAPP_CAPTION) return plainText(asText(content))
  return { type: file.type, [file.type]: { ...file.media, ...(caption && { caption }) } }
}

function textOrButtons(content: Content): Part | undefined {
  const text = asText({ ...content, buttons: [] })
  return showsButtons(text, content.buttons)
    ? interactiveOf(text, content.buttons)
    : showsList(text, content.buttons)
      ? listOf(text, content)
      : plainText(asText(content))
}

function plainText(body: string): Part | undefined {
  const length = countPoints(body)
  if (length === 0 || length > WHATSAPP_TEXT) return undefined
  return { type: 'text', text: { body, preview_url: false } }
}

/** What each kind may weigh, in bytes: more is refused when it is fetched, and goes as a link. */
const MEGABYTE = 1024 * 1024
const MOST_BYTES = { image: 5, video: 16, audio: 16, document: 100 } as const

const MEDIA = new Map<string, keyof typeof MOST_BYTES>([
  ['image/jpeg', 'image'],
  ['image/png', 'image'],
  ['video/mp4', 'video'],
  ['video/3gpp', 'video'],
  ['audio/aac', 'audio'],
  ['audio/amr', 'audio'],
  ['audio/mpeg', 'audio'],
  ['audio/mp4', 'audio'],
  ['audio/ogg', 'audio']
])

const DOCUMENTS = /^(text\/plain|application\/(pdf|msword|vnd\.(ms-|openxmlformats-).+))$/

/** A file as WhatsApp carries it; undefined for kinds it refuses: they go as links. */
function mediaOf({ url, name, mime, size = 0 }: File) {
  const type = MEDIA.get(mime) ?? (DOCUMENTS.test(mime) ? 'document' : undefined)
  if (!type || size > MOST_BYTES[type] * MEGABYTE) return undefined
  return { type, media: { link: url, ...(type === 'document' && { filename: name }) } }
}

/** Titles that are too long are cut; two that then look the same are refused by WhatsApp. */
const titleOf = (title: string): string =>
  countPoints(title) > TITLE ? `${[...title].slice(0, TITLE - 1).join('')}…` : title

function showsButtons(text: string, buttons: Buttons): boolean {
  return (
    buttons.length > 0 &&
    buttons.length <= WHATSAPP_BUTTONS &&
    hasTitlesOfItsOwn(buttons) &&
    text !== '' &&
    countPoints(text) <= WHATSAPP_CAPTION
  )
}

const hasTitlesOfItsOwn = (buttons: Buttons): boolean =>
  new Set(buttons.map(({ title }) => titleOf(title))).size === buttons.length

function showsList(text: string, buttons: Buttons): boolean {
  const { length } = buttons
  return (
    length > WHATSAPP_BUTTONS &&
    length <= WHATSAPP_ROWS &&
    hasTitlesOfItsOwn(buttons) &&
    text !== '' &&
    countPoints(text) <= WHATSAPP_CAPTION
  )
}

const listOf = (text: string, { buttons, choose = '☰' }: Content): Part => ({
  type: 'interactive',
  interactive: {
    type: 'list',
    body: { text },
    action: {
      button: titleOf(choose),
      sections: [{ rows: buttons.map(({ id, title }) => ({ id, title: titleOf(title) })) }]
    }
  }
})

const interactiveOf = (text: string, buttons: Buttons, header?: Part): Part => ({
  type: 'interactive',
  interactive: {
    type: 'button',
    ...(header && { header }),
    body: { text },
    action: {
      buttons: buttons.map(({ id, title }) => ({
        type: 'reply',
        reply: { id, title: titleOf(title) }
      }))
    }
  }
})

/** A template's parameter may hold no line breaks, tabs or rows of spaces. */
function templateOf(content: Content, { name, language }: NonNullable<Outgoing['template']>) {
  const text = asText(content).replace(/\s+/g, ' ').trim()
  if (text === '' || countPoints(text) > WHATSAPP_CAPTION) return undefined
  const body = { type: 'body', parameters: [{ type: 'text', text }] }
  return { type: 'template', template: { name, language: { code: language }, components: [body] } }
}
