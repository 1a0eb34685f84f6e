import type { ByteRange } from '../core/files/file-bytes.ts'

/**
 * The one part a `Range` header asks for (RFC 9110 §14). Undefined without one, and for what we do not serve: several
 * parts, other units, nonsense. Then the whole is given, as the standard lets us. `none` lies outside the file.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'none' | undefined {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (!asked || (asked[1] === '' && asked[2] === '')) return undefined
  const [from, to] = [asked[1], asked[2]].map(text => (text === '' ? undefined : Number(text)))
  // `-500`: the last 500.
  const first = from ?? Math.max(size - to!, 0)
  const last = from === undefined ? size - 1 : Math.min(to ?? size - 1, size - 1)
  if (from !== undefined && to !== undefined && to < from) return undefined
  return first < size && first <= last ? { first, last } : 'none'
}
