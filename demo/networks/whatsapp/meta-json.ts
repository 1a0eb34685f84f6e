import { createHmac } from 'node:crypto'

const ESCAPED = /[\u0080-\uffff/@<%]/g

const unicode = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`

/**
 * JSON as Meta writes it: nothing beyond ASCII, and slashes and some signs escaped. Parsing and
 * writing it again gives other bytes, and so another signature.
 */
export function writeMetaJson(value: unknown): string {
  return JSON.stringify(value).replace(ESCAPED, char => (char === '/' ? '\\/' : unicode(char)))
}

/** The `X-Hub-Signature-256` of a body. */
export function signMeta(body: string, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`
}
