/** One part of a mail, decoded. */
export interface MailPart {
  /** `text/html` */
  type: string
  text: string
}

/** A mail as a mail program reads it. */
export interface ReadMail {
  /** By their names in small letters, decoded and unfolded. */
  headers: ReadonlyMap<string, string>
  parts: MailPart[]
}

/** Reads a mail as it came over the wire: as much of MIME as the relay's own mails use. */
export function readMail(raw: string): ReadMail {
  const { headers, body } = splitHead(raw)
  return { headers, parts: partsOf(headers, body) }
}

function splitHead(raw: string): { headers: Map<string, string>; body: string } {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim())]
  })
  return { headers: new Map(headers), body: raw.slice(end + 4) }
}

function partsOf(headers: ReadonlyMap<string, string>, body: string): MailPart[] {
  const type = headers.get('content-type') ?? 'text/plain'
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1]
  if (!boundary) {
    const encoding = headers.get('content-transfer-encoding') ?? '7bit'
    return [{ type: type.split(';')[0]!, text: decodeBody(body, encoding) }]
  }
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap(part => {
      const inner = splitHead(part.replace(/^\r\n/, ''))
      return partsOf(inner.headers, inner.body.replace(/\r\n$/, ''))
    })
}

function decodeBody(body: string, encoding: string): string {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString()
    case 'quoted-printable':
      return fromQuoted(body.replaceAll(/=\r\n/g, ''))
    default:
      // The wire was read as bytes.
      return Buffer.from(body, 'latin1').toString()
  }
}

const fromQuoted = (text: string): string =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16))
    ),
    'latin1'
  ).toString()

/** RFC 2047: `=?UTF-8?Q?Hej=C3=A5?=` */
const decodeWords = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString()
        : fromQuoted(word.replaceAll('_', ' '))
    )
