import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'

/** What must not be found in a picture any more. */
export const SECRET = 'Home, 59.3293 N 18.0686 E'

const latin1 = (text: string) => Buffer.from(text, 'latin1')

/** What a camera writes: how the picture is to be turned, and where it was taken. */
export function cameraNotes(orientation: number, order: 'II' | 'MM' = 'II'): Buffer {
  const tiff = Buffer.alloc(50)
  const little = order === 'II'
  const put16 = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const put32 = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  tiff.write(order, 'latin1')
  put16(42, 2)
  put32(8, 4)
  put16(2, 8)
  // How it is to be turned; and a place, in words that come after.
  for (const [n, [tag, type, count]] of [
    [0x0112, 3, 1] as const,
    [0x8825, 2, 30] as const
  ].entries()) {
    put16(tag, 10 + n * 12)
    put16(type, 12 + n * 12)
    put32(count, 14 + n * 12)
  }
  put16(orientation, 18)
  put32(50, 30)
  return Buffer.concat([tiff, latin1(SECRET)])
}

/** A segment of a JPEG. */
export function jpegSegment(marker: number, body: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.byteLength + 2, 2)
  return Buffer.concat([head, body])
}

/** A JPEG with all the notes that cameras and programs write, before its own segments and after its end. */
export function notedJpeg(jpeg: Uint8Array, notes: Uint8Array): Buffer {
  const exif = jpegSegment(0xe1, Buffer.concat([latin1('Exif\0\0'), notes]))
  return Buffer.concat([
    jpeg.subarray(0, 2),
    exif,
    jpegSegment(0xe1, latin1(`http://ns.adobe.com/xap/1.0/\0<x>${SECRET}</x>`)),
    jpegSegment(0xed, latin1(`Photoshop 3.0\0${SECRET}`)),
    jpegSegment(0xe2, latin1(`MPF\0${SECRET}`)),
    jpegSegment(0xfe, latin1(SECRET)),
    jpeg.subarray(2),
    // Another picture, hidden behind the first.
    Buffer.from([0xff, 0xd8]),
    exif,
    Buffer.from([0xff, 0xd9])
  ])
}

/** A chunk of a PNG. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([latin1(type), data])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(data.byteLength, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}

/** A PNG with words, a time and a camera's notes, and something behind it. */
export const notedPng = (png: Uint8Array, notes: Uint8Array): Buffer =>
  Buffer.concat([
    png.subarray(0, 33),
    pngChunk('tEXt', latin1(`Comment\0${SECRET}`)),
    pngChunk('iTXt', latin1(`XML:com.adobe.xmp\0\0\0\0\0${SECRET}`)),
    pngChunk('tIME', Buffer.from([7, 234, 1, 2, 3, 4, 5])),
    pngChunk('eXIf', notes),
    pngChunk('prVt', latin1(SECRET)),
    png.subarray(33),
    latin1(SECRET)
  ])

/** A chunk of a WebP. */
export function webpChunk(type: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(data.byteLength, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.byteLength % 2)])
}

/** A WebP of that size with a camera's and a program's notes, out of a plain one. */
export function notedWebp(
  webp: Uint8Array,
  { width, height, notes }: { width: number; height: number; notes: Uint8Array }
): Buffer {
  const extended = Buffer.alloc(10)
  extended.writeUIntLE(width - 1, 4, 3)
  extended.writeUIntLE(height - 1, 7, 3)
  const isExtended = Buffer.from(webp).toString('latin1', 12, 16) === 'VP8X'
  const picture = Buffer.concat([
    isExtended ? Buffer.alloc(0) : webpChunk('VP8X', extended),
    webp.subarray(12)
  ])
  // It says that notes follow.
  picture[8]! |= 0x08 | 0x04
  const chunks = Buffer.concat([
    latin1('WEBP'),
    picture,
    webpChunk('EXIF', notes),
    webpChunk('XMP ', latin1(`<x>${SECRET}</x>`)),
    webpChunk('prVt', latin1(SECRET))
  ])
  const head = Buffer.alloc(8)
  head.write('RIFF', 'latin1')
  head.writeUInt32LE(chunks.length, 4)
  return Buffer.concat([head, chunks, latin1(SECRET)])
}
