import type { GraphRefusal } from './graph-errors.ts'

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})

/** Meta counts code points. */
const lengthOf = (text: string) => [...text].length

const isText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && lengthOf(value) <= max

const wrong = (details: string): GraphRefusal => ({ code: 100, details })

/** A template that Meta has approved. */
export interface Template {
  name: string
  language: string
  /** With `{{1}}`, `{{2}}`, … for its parameters. */
  body: string
  /** Quick replies. */
  buttons?: string[]
}

/** What a valid message shows on a phone. */
export interface Shown {
  text: string
  buttons?: { id: string; title: string }[]
  link?: { title: string; url: string }
  /** A file to be fetched before it shows. */
  media?: { url: string; name: string }
  template?: true
}

/** Checks a message like Meta does, and says what it shows. */
export function readMessage(body: Fields, templates: readonly Template[]): Shown | GraphRefusal {
  if (body.messaging_product !== 'whatsapp') return wrong("messaging_product must be 'whatsapp'")
  const type = body.type ?? 'text'
  const read = READERS.get(String(type))
  if (!read) return wrong(`type '${type}' is not one this simulator knows`)
  return read(fieldsOf(body[String(type)]), templates)
}

export const isRefusal = (result: Shown | GraphRefusal): result is GraphRefusal => 'code' in result

type Reader = (content: Fields, templates: readonly Template[]) => Shown | GraphRefusal

const readText: Reader = ({ body }) =>
  isText(body, 4096) ? { text: body } : wrong('text.body must be 1 to 4096 characters long')

const readMedia: Reader = ({ link, id, caption = '', filename = '' }) => {
  if ((link === undefined) === (id === undefined)) return wrong('Give either link or id')
  if (id !== undefined) return wrong('No media with this id was uploaded')
  if (typeof link !== 'string' || !/^https?:\/\//.test(link)) return wrong('link must be a URL')
  if (typeof caption !== 'string' || lengthOf(caption) > 1024) return wrong('caption is too long')
  return { text: caption, media: { url: link, name: String(filename) } }
}

const readImage: Reader = (content, templates) =>
  content.filename === undefined
    ? readMedia(content, templates)
    : wrong('Unexpected key "filename" on param "image"')

const readInteractive: Reader = (content, templates) => {
  const { header } = content
  const shown = readBody(content, templates)
  const { type, [String(type)]: media } = fieldsOf(header)
  if (isRefusal(shown) || !['image', 'video', 'document'].includes(String(type))) return shown
  const file = readMedia(fieldsOf(media), templates)
  return isRefusal(file) ? file : { ...shown, ...(file.media && { media: file.media }) }
}

const readBody: Reader = ({ type, body, action }) => {
  const { text } = fieldsOf(body)
  if (!isText(text, 1024)) return wrong('interactive.body.text must be 1 to 1024 characters long')
  if (type === 'button') return readButtons(text, fieldsOf(action).buttons)
  if (type === 'list') return readList(text, fieldsOf(action))
  if (type === 'cta_url') return readUrlButton(text, fieldsOf(fieldsOf(action).parameters))
  return wrong(`interactive.type '${type}' is not one this simulator knows`)
}

function readButtons(text: string, given: unknown): Shown | GraphRefusal {
  if (!Array.isArray(given) || given.length < 1 || given.length > 3) {
    return wrong('Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3')
  }
  const buttons: { id: string; title: string }[] = []
  for (const button of given) {
    const { id, title } = fieldsOf(fieldsOf(button).reply)
    if (!isText(id, 256)) return wrong('Button id must be 1 to 256 characters long')
    if (!isText(title, 20)) return wrong('Button title must be 1 to 20 characters long')
    buttons.push({ id, title })
  }
  if (new Set(buttons.map(({ id }) => id)).size < buttons.length)
    return wrong('Duplicate button id')
  return { text, buttons }
}

/** Shown as what the list opens to. */
function readList(text: string, { button, sections }: Fields): Shown | GraphRefusal {
  if (!isText(button, 20)) return wrong('action.button must be 1 to 20 characters long')
  const rows = (Array.isArray(sections) ? sections : []).flatMap(section => {
    const { rows } = fieldsOf(section)
    return Array.isArray(rows) ? rows.map(fieldsOf) : []
  })
  if (rows.length < 1 || rows.length > 10) return wrong('Total row count exceeds 10')
  const choices: { id: string; title: string }[] = []
  for (const { id, title } of rows) {
    if (!isText(id, 200)) return wrong('Row id must be 1 to 200 characters long')
    if (!isText(title, 24)) return wrong('Row title must be 1 to 24 characters long')
    choices.push({ id, title })
  }
  if (new Set(choices.map(({ id }) => id)).size < choices.length) return wrong('Duplicate row id')
  return { text, buttons: choices }
}

function readUrlButton(text: string, { display_text: title, url }: Fields): Shown | GraphRefusal {
  if (!isText(title, 20)) return wrong('display_text must be 1 to 20 characters long')
  if (typeof url !== 'string' || !URL.canParse(url)) return wrong('url must be a URL')
  return { text, link: { title, url } }
}

const readTemplate: Reader = ({ name, language, components }, templates) => {
  const { code } = fieldsOf(language)
  const template = templates.find(known => known.name === name && known.language === code)
  if (!template) {
    return { code: 132001, details: `template name (${name}) does not exist in ${code}` }
  }
  const parts = Array.isArray(components) ? components.map(fieldsOf) : []
  const { parameters } = parts.find(part => part.type === 'body') ?? {}
  const values = Array.isArray(parameters) ? parameters.map(each => fieldsOf(each).text) : []
  return fillTemplate(template, values)
}

function fillTemplate({ body, buttons }: Template, values: unknown[]): Shown | GraphRefusal {
  const places = new Set(body.match(/{{\d+}}/g)).size
  if (values.length !== places) {
    const details = `body: number of localizable_params (${values.length}) does not match (${places})`
    return { code: 132000, details }
  }
  if (values.some(value => typeof value !== 'string' || /[\n\t]| {5}/.test(value))) {
    const details =
      'Param text cannot have new-line/tab characters or more than 4 consecutive spaces'
    return { code: 132018, details }
  }
  const text = body.replace(/{{(\d+)}}/g, (_, place) => String(values[Number(place) - 1] ?? ''))
  if (lengthOf(text) > 1024) return { code: 132005, details: 'Translated text too long' }
  const replies = buttons?.map(title => ({ id: title, title }))
  return { text, template: true, ...(replies && { buttons: replies }) }
}

const READERS = new Map<string, Reader>([
  ['text', readText],
  ['image', readImage],
  ['document', readMedia],
  ['video', readMedia],
  ['audio', readMedia],
  ['interactive', readInteractive],
  ['template', readTemplate]
])
