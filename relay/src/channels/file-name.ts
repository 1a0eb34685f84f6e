const EXTENSIONS = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/gif', 'gif'],
  ['image/webp', 'webp'],
  ['audio/ogg', 'ogg'],
  ['audio/amr', 'amr'],
  ['audio/mpeg', 'mp3'],
  ['audio/mp4', 'm4a'],
  ['audio/aac', 'aac'],
  ['video/mp4', 'mp4'],
  ['video/3gpp', '3gp'],
  ['application/pdf', 'pdf'],
  ['text/plain', 'txt'],
  ['text/vcard', 'vcf'],
  ['text/x-vcard', 'vcf']
])

/** The bare media type, without parameters: `audio/ogg; codecs=opus` is `audio/ogg`. */
export function bareMime(mime: string): string {
  const bare = mime.split(';')[0]!.trim().toLowerCase()
  return /^[\w.+-]+\/[\w.+-]+$/.test(bare) ? bare.slice(0, 127) : 'application/octet-stream'
}

/** A name for a file that came without one: `image.jpg`. */
export function nameFor(kind: string, mime: string): string {
  const extension = EXTENSIONS.get(bareMime(mime))
  return extension ? `${kind}.${extension}` : kind
}
