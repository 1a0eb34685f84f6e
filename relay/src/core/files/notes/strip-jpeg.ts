import { broken } from './broken.ts'
import type { ByteSource } from './byte-source.ts'
import { orientationOnly, readOrientation, startsWith } from './orientation.ts'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const COM = 0xfe
const APP0 = 0xe0
const APP1 = 0xe1
const APP15 = 0xef

const EXIF = 'Exif\0\0'

/** No picture is made of more: whoever sends so many little ones means to keep us busy. */
const MOST_SEGMENTS = 5_000

/** What programs of all kinds write, of which a picture needs these to look as it does: its colours. */
const KEPT: ReadonlyMap<number, string> = new Map([
  [APP0, 'JFIF\0'],
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe']
])

const isNote = (marker: number) => marker === COM || (marker >= APP0 && marker <= APP15)

/** Markers that stand alone. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= SOI)

const segment = (marker: number, body: Uint8Array): Uint8Array => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.byteLength + 2, 2)
  return Buffer.concat([head, body])
}

/**
 * A JPEG without what its camera and its programs wrote into it: where and when it was taken, by whom, and smaller pictures of it.
 * Its colours stay as they are, and how it is to be turned. What is broken is left as broken; what follows the picture is left out.
 *
 * @throws {Refused} `invalid` for one in too many parts
 */
export async function* stripJpeg(source: ByteSource): AsyncGenerator<Uint8Array> {
  for (let count = 0; ; count++) {
    const marker = await nextMarker(source)
    if (marker === undefined) return
    if (count === MOST_SEGMENTS) throw broken()
    if (marker === EOI) {
      yield Buffer.from([0xff, EOI])
      // Cameras hide videos and more pictures here, each with notes of its own.
      return source.skip(Number.POSITIVE_INFINITY)
    }
    if (isBare(marker)) {
      yield Buffer.from([0xff, marker])
      continue
    }
    const size = await source.take(2)
    const length = size.byteLength < 2 ? 0 : size[0]! * 256 + size[1]!
    // No segment is shorter than its own length: what follows is looked through for the next one.
    if (length < 2) continue
    const body = await source.take(length - 2)
    const kept = isNote(marker) ? noteToKeep(marker, body) : body
    if (kept) yield segment(marker, kept)
    if (marker === SOS) yield* scan(source)
  }
}

function noteToKeep(marker: number, body: Uint8Array): Uint8Array | undefined {
  if (marker === APP1 && startsWith(body, EXIF)) {
    const turned = readOrientation(body.subarray(EXIF.length)) ?? 1
    if (turned === 1) return undefined
    return Buffer.concat([Buffer.from(EXIF, 'latin1'), orientationOnly(turned)])
  }
  const start = KEPT.get(marker)
  return start !== undefined && startsWith(body, start) ? body : undefined
}

/** The next marker, and nothing of what should not stand before it. Undefined at the end. */
async function nextMarker(source: ByteSource): Promise<number | undefined> {
  for (;;) {
    const piece = await source.piece()
    if (!piece) return undefined
    const at = beginOfMarker(piece)
    if (at < 0) continue
    if (at + 1 < piece.byteLength) {
      source.unread(piece.subarray(at + 2))
      return piece[at + 1]
    }
    if (!(await joinNext(source, piece.subarray(at)))) return undefined
  }
}

/** What the last byte of a piece begins is told by the next piece. False where there is none. */
async function joinNext(source: ByteSource, end: Uint8Array): Promise<boolean> {
  const next = await source.piece()
  if (next) source.unread(Buffer.concat([end, next]))
  return next !== undefined
}

/** Where the first 0xff stands that may begin a marker; -1 if nowhere. 0xff fills, and 0xff 0x00 is no marker. */
function beginOfMarker(piece: Uint8Array): number {
  let at = piece.indexOf(0xff)
  while (at >= 0 && (piece[at + 1] === 0xff || piece[at + 1] === 0)) {
    at = piece.indexOf(0xff, at + 1)
  }
  return at
}

/** Inside the drawing itself these are no markers: 0xff that is meant, places to begin anew, and what fills. */
const isDrawn = (next: number) => next === 0 || (next >= 0xd0 && next <= 0xd7)

/** The drawing, up to the marker that ends it. */
async function* scan(source: ByteSource): AsyncGenerator<Uint8Array> {
  for (;;) {
    const piece = await source.piece()
    if (!piece) return
    const end = endOfDrawing(piece)
    if (end > 0) yield piece.subarray(0, end)
    const rest = piece.subarray(end)
    if (rest.byteLength > 1) return source.unread(rest)
    if (rest.byteLength === 1 && !(await joinNext(source, rest))) yield rest
  }
}

/** Where the first 0xff stands that may begin a marker; the piece's length if nowhere. */
function endOfDrawing(piece: Uint8Array): number {
  let at = piece.indexOf(0xff)
  while (at >= 0 && at + 1 < piece.byteLength) {
    const next = piece[at + 1]!
    if (next !== 0xff && !isDrawn(next)) break
    at = piece.indexOf(0xff, at + (next === 0xff ? 1 : 2))
  }
  return at < 0 ? piece.byteLength : at
}
