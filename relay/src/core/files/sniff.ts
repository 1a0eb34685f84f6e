/** Pictures a browser may show inside a page of ours. SVG is none of them: it can hold script. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** Whether a file may be shown in place; anything else is only ever saved. */
export const isShown = (mime: string): boolean => SHOWN.has(mime)

/** Kinds that a browser could run or draw as a page of ours, whatever else is said with them. */
const RUNS = /^(text\/(?!plain$)|image\/svg|application\/(x-|java|ecma|xhtml|xml|.*\+xml))/

/** Whether a file is only ever given out as bytes that mean nothing. */
export const mayRun = (mime: string): boolean => RUNS.test(mime)

/** What cannot be told from its bytes. */
export const UNKNOWN = 'application/octet-stream'

/** So many of the first bytes tell what a file is. */
export const HEAD_BYTES = 4096

/** What a file begins with, at an offset. Of two that fit the first wins. */
const STARTS: readonly (readonly [mime: string, offset: number, bytes: string])[] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/webp', 8, 'WEBP'],
  ['audio/wav', 8, 'WAVE'],
  ['application/pdf', 0, '%PDF-'],
  ['image/heic', 4, 'ftyphei'],
  ['image/heic', 4, 'ftypmif1'],
  ['image/avif', 4, 'ftypavif'],
  ['audio/mp4', 4, 'ftypM4A'],
  ['video/quicktime', 4, 'ftypqt'],
  ['video/3gpp', 4, 'ftyp3gp'],
  ['video/mp4', 4, 'ftyp'],
  ['video/webm', 0, '\x1aE\xdf\xa3'],
  ['audio/ogg', 0, 'OggS'],
  ['audio/mpeg', 0, 'ID3'],
  ['audio/mpeg', 0, '\xff\xfb'],
  ['audio/aac', 0, '\xff\xf1'],
  ['audio/amr', 0, '#!AMR']
]

/** What each kind of Office document is called, by the folder its parts lie in. */
const OFFICE: readonly (readonly [folder: string, mime: string])[] = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation']
]

/** Older Office documents begin alike: which one it is, only its sender can say. */
const OLD_OFFICE = new Set([
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint'
])

/** What a file is, by its first bytes. `said` decides only between kinds that begin alike. */
export function sniffMime(bytes: Uint8Array, said = ''): string {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1')
  const found = STARTS.find(([, offset, start]) => head.startsWith(start, offset))
  if (found) return found[0]
  if (head.startsWith('PK\x03\x04')) return zipMime(head)
  if (head.startsWith('\xd0\xcf\x11\xe0')) return OLD_OFFICE.has(said) ? said : UNKNOWN
  return textMime(bytes.subarray(0, HEAD_BYTES)) ?? UNKNOWN
}

const zipMime = (head: string): string =>
  (head.includes('[Content_Types].xml') || head.includes('_rels/')) &&
  OFFICE.some(([folder]) => head.includes(folder))
    ? OFFICE.find(([folder]) => head.includes(folder))![1]
    : 'application/zip'

/** A text that a browser could take for a page begins so. */
const MARKUP = /^\s*<(\?xml|!|[a-z][a-z\d]*[\s/>:])/i

/** Undefined for what is no text in UTF-8. */
function textMime(head: Uint8Array): string | undefined {
  try {
    // As a stream: the last letter may be cut in two.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text holds.
    if (/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) return undefined
    if (!MARKUP.test(text)) return 'text/plain'
    return /<svg[\s>]/i.test(text) ? 'image/svg+xml' : 'text/html'
  } catch {
    return undefined
  }
}
