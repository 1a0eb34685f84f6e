import { bareMime, nameFor } from './file-name.ts'
import { type Fields, fieldsOf, listOf, textOf } from './provider-json.ts'
import { withLines } from './text-lines.ts'

/** What somebody said, whatever they said it with. */
export interface Said {
  text: string
  button?: string
  files?: { ref: string; name: string; mime: string }[]
}

const said = (text: string): Said => ({ text })

/** Stands for what has no words: nothing that somebody sent us vanishes. */
const UNREADABLE = '[A message that cannot be shown here]'
const LOST_FILE = '[A file that WhatsApp could not deliver]'

const readText = ({ text }: Fields): Said => said(textOf(fieldsOf(text).body))

/** The answer to a button of a template. */
function readTemplateButton({ button }: Fields): Said {
  const { text, payload } = fieldsOf(button)
  return { text: textOf(text), ...(textOf(payload) && { button: textOf(payload) }) }
}

function readInteractive({ interactive }: Fields): Said {
  const { button_reply, list_reply, nfm_reply } = fieldsOf(interactive)
  const { id, title } = fieldsOf(button_reply ?? list_reply)
  if (textOf(id)) return { text: textOf(title), button: textOf(id) }
  return said(textOf(fieldsOf(nfm_reply).body) || UNREADABLE)
}

const readFile =
  (kind: string) =>
  ({ [kind]: media, errors }: Fields): Said => {
    const { id, mime_type, filename, caption } = fieldsOf(media)
    const mime = bareMime(textOf(mime_type))
    const name = textOf(filename).slice(0, 255) || nameFor(kind, mime)
    // Meta could not fetch it itself, so there is nothing to fetch.
    if (listOf(errors).length > 0 || !textOf(id))
      return said(withLines(textOf(caption), [LOST_FILE]))
    return { text: textOf(caption), files: [{ ref: textOf(id), name, mime }] }
  }

function readLocation({ location }: Fields): Said {
  const { name, address, latitude, longitude } = fieldsOf(location)
  const place = [textOf(name), textOf(address)].filter(Boolean).join(', ')
  const point = `${textOf(latitude)},${textOf(longitude)}`
  return said(withLines(`📍 ${place}`.trim(), [`https://www.google.com/maps?q=${point}`]))
}

function readContacts({ contacts }: Fields): Said {
  const lines = listOf(contacts).map(({ name, phones, emails }) =>
    [
      `👤 ${textOf(fieldsOf(name).formatted_name)}`,
      ...listOf(phones).map(({ phone }) => textOf(phone)),
      ...listOf(emails).map(({ email }) => textOf(email))
    ]
      .filter(Boolean)
      .join(', ')
  )
  return said(withLines('', lines) || UNREADABLE)
}

function readOrder({ order }: Fields): Said {
  const { text, product_items } = fieldsOf(order)
  const lines = listOf(product_items).map(
    ({ quantity, product_retailer_id }) => `🛒 ${textOf(quantity)} × ${textOf(product_retailer_id)}`
  )
  return said(withLines(textOf(text), lines) || UNREADABLE)
}

const FILES = ['image', 'document', 'audio', 'video', 'sticker']

// A Map, not an object: the type comes from outside, so it must never reach a prototype.
const READERS = new Map<string, (message: Fields) => Said>([
  ['text', readText],
  ['button', readTemplateButton],
  ['interactive', readInteractive],
  ['location', readLocation],
  ['contacts', readContacts],
  ['order', readOrder],
  ...FILES.map(kind => [kind, readFile(kind)] as const)
])

/** Nobody says anything with these: a thumb under a message, a changed number, an opened chat. */
const SILENT = new Set(['reaction', 'system', 'request_welcome'])

/** What a message says. Undefined for what is no message, and a stand-in for kinds nobody has heard of. */
export function readMessage(message: Fields): Said | undefined {
  const type = textOf(message.type)
  if (SILENT.has(type)) return undefined
  return READERS.get(type)?.(message) ?? said(UNREADABLE)
}
