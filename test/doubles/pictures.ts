import { Buffer } from 'node:buffer'

/** A PNG's first bytes, as wide and high as it is said to be; behind them lies one chunk with nothing that could be drawn. */
export function pngOf(width: number, height: number, size = 64): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(Math.max(size, 33))
  bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  if (bytes.length >= 45) {
    bytes.writeUInt32BE(bytes.length - 45, 33)
    bytes.write('IDAT', 37, 'latin1')
  }
  return bytes
}

/** A JPEG's first bytes, with so many bytes of a camera's notes before its size. */
export function jpegOf(width: number, height: number, notes = 0): Buffer<ArrayBuffer> {
  const segments = [Buffer.from('\xff\xd8', 'latin1')]
  for (let left = notes; left > 0; left -= 60_000) {
    const note = Buffer.alloc(Math.min(left, 60_000) + 4)
    note.write('\xff\xe1', 'latin1')
    note.writeUInt16BE(note.length - 2, 2)
    segments.push(note)
  }
  const frame = Buffer.from('\xff\xc0\0\x11\x08\0\0\0\0\x03\0\0\0\0\0\0\0\0\0\xff\xd9', 'latin1')
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return Buffer.concat([...segments, frame])
}

/** A picture that is really one: a dot. */
export const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)
