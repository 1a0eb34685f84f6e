import { broken } from './broken.ts'
import type { ByteSource } from './byte-source.ts'
import { orientationOnly, readOrientation, withoutPrefix } from './orientation.ts'

/** What a picture needs to look as it does, and to move. */
const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])

/** No picture is made of more: whoever sends so many little ones means to keep us busy. */
const MOST_CHUNKS = 20_000

/** Notes of a camera are no longer than this. */
const LONGEST_NOTES = 1024 * 1024

const SLICE = 64 * 1024

/**
 * A WebP without what was written into it beside the picture: it is written over, because the file's length stands at its
 * beginning. It keeps how it is to be turned. What follows it is left out.
 *
 * @throws {Refused} `invalid` for one in too many parts
 */
export async function* stripWebp(source: ByteSource): AsyncGenerator<Uint8Array> {
  const head = Buffer.from(await source.take(12))
  yield head
  // It breaks off here.
  if (head.byteLength < 12) return
  let left = head.readUInt32LE(4) - 4
  for (let count = 0; left >= 8; count++) {
    if (count === MOST_CHUNKS) throw broken()
    const start = Buffer.from(await source.take(8))
    yield start
    if (start.byteLength < 8) return
    const length = start.readUInt32LE(4)
    const padded = length + (length % 2)
    // What says to be longer than the file holds is cut where the file ends.
    const size = Math.min(padded, left - 8)
    yield* bodyOf(source, start.toString('latin1', 0, 4), size)
    left -= 8 + size
  }
  yield* source.pass(Math.max(left, 0))
  await source.skip(Number.POSITIVE_INFINITY)
}

async function* bodyOf(source: ByteSource, type: string, size: number): AsyncGenerator<Uint8Array> {
  if (KEPT.has(type)) return yield* source.pass(size)
  if (type === 'EXIF' && size <= LONGEST_NOTES) {
    const notes = await source.take(size)
    return yield onlyTurned(notes)
  }
  for await (const piece of source.pass(size)) {
    for (let at = 0; at < piece.byteLength; at += SLICE) {
      yield new Uint8Array(Math.min(SLICE, piece.byteLength - at)).fill(BLANK)
    }
  }
}

/** Of text nothing but blanks is left: readers of it expect text. */
const BLANK = 0x20

/** As long as the notes were, and nothing in it but how the picture is to be turned. */
function onlyTurned(notes: Uint8Array): Uint8Array {
  const blank = new Uint8Array(notes.byteLength)
  const tiff = orientationOnly(readOrientation(withoutPrefix(notes)) ?? 1)
  if (tiff.byteLength <= blank.byteLength) blank.set(tiff)
  return blank
}
