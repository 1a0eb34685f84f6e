import { type ByteSource, sourceOf } from './byte-source.ts'
import { stripJpeg } from './strip-jpeg.ts'
import { stripPng } from './strip-png.ts'
import { stripWebp } from './strip-webp.ts'

type Strip = (source: ByteSource) => AsyncGenerator<Uint8Array>

const STRIPS = new Map<string, Strip>([
  ['image/jpeg', stripJpeg],
  ['image/png', stripPng],
  ['image/webp', stripWebp]
])

/**
 * A picture without what tells of whoever took it: cameras write the place into it, often that of a home, and the time and their
 * own number; programs write names. What it looks like stays the same. Other files are as they were. Holds no more than a
 * piece at a time.
 *
 * @throws {Refused} `invalid` for a picture that is none; and whatever `bytes` throw
 */
export function withoutNotes(
  mime: string,
  bytes: AsyncIterable<Uint8Array>
): AsyncIterable<Uint8Array> {
  const strip = STRIPS.get(mime)
  return strip ? stripped(strip, bytes) : bytes
}

async function* stripped(strip: Strip, bytes: AsyncIterable<Uint8Array>) {
  const pieces = bytes[Symbol.asyncIterator]()
  try {
    yield* strip(sourceOf(pieces))
  } finally {
    await pieces.return?.()
  }
}
