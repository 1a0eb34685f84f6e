/** Width and height, in pixels. */
export interface Size {
  width: number
  height: number
}

/** A picture with more pixels than this would take hundreds of megabytes of whoever looks at it. */
const MOST_PIXELS = 100_000_000

/**
 * Whether a picture's own header makes sense, and whether it can be drawn without harm: a file of a few kilobytes
 * can say that it is a million pixels wide. Only the first bytes are needed.
 */
export function isSoundPicture(mime: string, head: Uint8Array): boolean {
  const read = READERS.get(mime)
  if (!read) return true
  const size = read(new DataView(head.buffer, head.byteOffset, head.byteLength))
  if (size === 'further') return true
  return (
    size !== undefined &&
    size.width > 0 &&
    size.height > 0 &&
    size.width * size.height <= MOST_PIXELS
  )
}

/** Undefined for a header that is none; `further` where it may come after the bytes we have. */
type Reader = (head: DataView) => Size | 'further' | undefined

const latin1 = (head: DataView, from: number, to: number): string =>
  String.fromCharCode(...new Uint8Array(head.buffer, head.byteOffset + from, to - from))

const readPng: Reader = head => {
  if (head.byteLength < 33 || latin1(head, 12, 16) !== 'IHDR') return undefined
  return { width: head.getUint32(16), height: head.getUint32(20) }
}

const readGif: Reader = head =>
  head.byteLength < 13
    ? undefined
    : { width: head.getUint16(6, true), height: head.getUint16(8, true) }

const uint24 = (head: DataView, at: number) =>
  head.getUint16(at, true) + (head.getUint8(at + 2) << 16)

/** A WebP of any of its three kinds. */
const readWebp: Reader = head => {
  if (head.byteLength < 30 || latin1(head, 0, 4) !== 'RIFF') return undefined
  switch (latin1(head, 12, 16)) {
    case 'VP8X':
      return { width: uint24(head, 24) + 1, height: uint24(head, 27) + 1 }
    case 'VP8 ':
      return { width: head.getUint16(26, true) & 0x3fff, height: head.getUint16(28, true) & 0x3fff }
    case 'VP8L': {
      const bits = head.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    default:
      return undefined
  }
}

/** Start of frame: every marker from C0 to CF but the tables and the extension. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Walks from segment to segment: cameras put theirs before the size. */
const readJpeg: Reader = head => {
  let at = 2
  while (at + 9 <= head.byteLength) {
    if (head.getUint8(at) !== 0xff) return undefined
    const marker = head.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (isFrame(marker)) return { height: head.getUint16(at + 5), width: head.getUint16(at + 7) }
    const length = head.getUint16(at + 2)
    if (marker < 0xc0 || marker === 0xda || marker === 0xd9 || length < 2) return undefined
    at += 2 + length
  }
  return at > 2 ? 'further' : undefined
}

const READERS = new Map<string, Reader>([
  ['image/png', readPng],
  ['image/gif', readGif],
  ['image/webp', readWebp],
  ['image/jpeg', readJpeg]
])
