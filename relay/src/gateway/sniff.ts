/** Pictures a browser may show inside a page of ours. SVG is none of them: it can hold script. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** Whether a file may be shown in place; anything else is only ever saved. */
export const isShown = (mime: string): boolean => SHOWN.has(mime)

const STARTS: [mime: string, offset: number, bytes: string][] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/webp', 8, 'WEBP'],
  ['application/pdf', 0, '%PDF-']
]

/**
 * What a file is: by its first bytes where they tell, else what its sender says,
 * unless that is something the first bytes would have shown.
 */
export function sniffMime(bytes: Uint8Array, said: string): string {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  const found = STARTS.find(([, offset, start]) => head.startsWith(start, offset))
  if (found) return found[0]
  const mime = /^[\w.+-]{1,60}\/[\w.+-]{1,60}/.exec(said.toLowerCase())?.[0] ?? ''
  const isFalse = STARTS.some(([known]) => known === mime)
  return mime && !isFalse ? mime : 'application/octet-stream'
}
