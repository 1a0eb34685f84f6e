import { crc32 } from 'node:zlib'
import { broken } from './broken.ts'
import type { ByteSource } from './byte-source.ts'
import { orientationOnly, readOrientation, withoutPrefix } from './orientation.ts'

const SIGNATURE = 8

/** What a picture needs to look as it does, and to move. Whatever else there is are words, times and notes. */
const KEPT = new Set(
  (
    'IHDR PLTE IDAT IEND CgBI tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV mDCv cLLI cLLi bKGD hIST pHYs sPLT ' +
    'acTL fcTL fdAT'
  ).split(' ')
)

/** Longest chunk, by the standard. */
const LONGEST = 2 ** 31 - 1

/** No picture is made of more: whoever sends so many little ones means to keep us busy. */
const MOST_CHUNKS = 20_000

/** Notes of a camera are no longer than this. */
const LONGEST_NOTES = 1024 * 1024

/**
 * A PNG without what was written into it beside the picture. It keeps how it is to be turned. What follows it is left out.
 *
 * @throws {Refused} `invalid` for what is no PNG, and for one in too many parts
 */
export async function* stripPng(source: ByteSource): AsyncGenerator<Uint8Array> {
  yield await source.take(SIGNATURE)
  for (let count = 0; ; count++) {
    const head = Buffer.from(await source.take(8))
    if (head.byteLength === 0) return
    // It breaks off here.
    if (head.byteLength < 8) return void (yield head)
    const length = head.readUInt32BE(0)
    const type = head.toString('latin1', 4)
    if (count === MOST_CHUNKS || length > LONGEST || !/^[a-zA-Z]{4}$/.test(type)) {
      throw broken()
    }
    if (KEPT.has(type)) {
      yield head
      yield* source.pass(length + 4)
    } else if (type === 'eXIf' && length <= LONGEST_NOTES) {
      yield* orientationOf(await source.take(length + 4))
    } else await source.skip(length + 4)
    if (type === 'IEND') return source.skip(Number.POSITIVE_INFINITY)
  }
}

function* orientationOf(notes: Uint8Array): Generator<Uint8Array> {
  const turned = readOrientation(withoutPrefix(notes)) ?? 1
  if (turned === 1) return
  const body = Buffer.concat([Buffer.from('eXIf', 'latin1'), orientationOnly(turned)])
  const chunk = Buffer.alloc(body.byteLength + 8)
  chunk.writeUInt32BE(body.byteLength - 4, 0)
  chunk.set(body, 4)
  chunk.writeUInt32BE(crc32(body), body.byteLength + 4)
  yield chunk
}
