import { Buffer } from 'node:buffer'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { readOrientation } from '../../../../relay/src/core/files/notes/orientation.ts'
import { withoutNotes } from '../../../../relay/src/core/files/notes/without-notes.ts'
import { Refused } from '../../../../relay/src/core/refusal.ts'
import {
  cameraNotes,
  jpegSegment,
  notedJpeg,
  notedPng,
  notedWebp,
  pngChunk,
  SECRET,
  webpChunk
} from '../../../doubles/noted-pictures.ts'
import { DOT } from '../../../doubles/pictures.ts'

const KINDS = ['image/jpeg', 'image/png', 'image/webp']

/** In pieces of these sizes, the last one again and again. */
async function* inPieces(bytes: Uint8Array, sizes: readonly number[]) {
  let at = 0
  for (let n = 0; at < bytes.byteLength; n++) {
    const size = sizes[Math.min(n, sizes.length - 1)]!
    yield bytes.subarray(at, at + size)
    at += size
  }
}

const strip = (mime: string, bytes: Uint8Array, sizes = [bytes.byteLength || 1]) =>
  buffer(withoutNotes(mime, inPieces(bytes, sizes)))

/** Tables, a drawing with everything that looks like a marker in it and is none, another one, and the end. */
const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  jpegSegment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1')),
  jpegSegment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours', 'latin1')),
  jpegSegment(0xee, Buffer.from('Adobe\0\x64\0\0\0\0\x01', 'latin1')),
  jpegSegment(0xdb, Buffer.alloc(65, 1)),
  jpegSegment(0xc2, Buffer.from([8, 0, 2, 0, 3, 1, 1, 0x11, 0])),
  ...[1, 2].flatMap(n => [
    jpegSegment(0xc4, Buffer.alloc(20, n)),
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0xe1, 0xff, 0xff, 0x00, 0xff, 0xd7, n])
  ]),
  Buffer.from([0xff, 0xd9])
])

const WEBP = Buffer.concat([
  Buffer.from('RIFF\x18\0\0\0WEBP', 'latin1'),
  webpChunk('VP8L', Buffer.from([0x2f, 1, 0x80, 0, 0, 1, 2, 3, 4, 5, 6]))
])

const noted = (turned: number, order: 'II' | 'MM' = 'II') => ({
  'image/jpeg': notedJpeg(JPEG, cameraNotes(turned, order)),
  'image/png': notedPng(DOT, cameraNotes(turned, order)),
  'image/webp': notedWebp(WEBP, { width: 2, height: 3, notes: cameraNotes(turned, order) })
})

describe('a picture without its notes', () => {
  it.each(KINDS)('has nothing of them left, wherever they stood: %s', async mime => {
    const bytes = noted(6)[mime as keyof ReturnType<typeof noted>]
    expect(bytes.toString('latin1').split(SECRET).length).toBeGreaterThan(4)
    const stripped = (await strip(mime, bytes)).toString('latin1')
    expect(stripped).not.toContain(SECRET)
    expect(stripped).not.toMatch(/xap|Photoshop|MPF|Comment|tIME|prVt\0\0\0\0[^\0 ]/)
  })

  it('is the same picture: every byte of a JPEG that draws, and its colours', async () => {
    expect(await strip('image/jpeg', noted(1)['image/jpeg'])).toEqual(JPEG)
    expect(await strip('image/jpeg', JPEG)).toEqual(JPEG)
  })

  it('is the same picture: every chunk of a PNG that draws', async () => {
    const stripped = await strip('image/png', noted(1)['image/png'])
    expect(stripped).toEqual(DOT)
    expect(PNG.sync.read(stripped).data).toEqual(PNG.sync.read(DOT).data)
  })

  it('is the same picture: a WebP of the same length, its notes written over', async () => {
    const bytes = noted(8)['image/webp']
    const stripped = await strip('image/webp', bytes)
    expect(stripped.length).toBe(bytes.length - SECRET.length)
    expect(stripped.subarray(0, 50)).toEqual(bytes.subarray(0, 50))
    expect(await strip('image/webp', WEBP)).toEqual(WEBP)
  })

  it.each([2, 3, 6, 8])('is turned as it was: %i', async turned => {
    for (const order of ['II', 'MM'] as const) {
      const all = noted(turned, order)
      const jpeg = await strip('image/jpeg', all['image/jpeg'])
      expect(readOrientation(jpeg.subarray(jpeg.indexOf('Exif\0\0') + 6))).toBe(turned)
      const png = await strip('image/png', all['image/png'])
      expect(readOrientation(png.subarray(png.indexOf('eXIf') + 4))).toBe(turned)
      // With its sum right, or readers would leave it out.
      expect(
        png.indexOf(pngChunk('eXIf', png.subarray(png.indexOf('eXIf') + 4).subarray(0, 26)))
      ).toBe(33)
      const webp = await strip('image/webp', all['image/webp'])
      expect(readOrientation(webp.subarray(webp.indexOf('EXIF') + 8))).toBe(turned)
    }
  })

  it('leaves other files as they are', async () => {
    const text = Buffer.from(`\xff\xe1 ${SECRET}`)
    expect(await strip('text/plain', text)).toEqual(text)
  })
})

describe('a picture that is broken or means harm', () => {
  const damaged = fc
    .record({
      mime: fc.constantFrom(...KINDS),
      cut: fc.nat(600),
      changes: fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 8 })
    })
    .map(({ mime, cut, changes }) => {
      const bytes = Buffer.from(noted(6)[mime as keyof ReturnType<typeof noted>])
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
      return { mime, bytes: bytes.subarray(0, Math.max(0, bytes.length - cut)) }
    })
  const anything = fc.record({
    mime: fc.constantFrom(...KINDS),
    bytes: fc.uint8Array({ maxLength: 300 })
  })
  const pictures = fc.oneof(damaged, anything)
  const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 })

  const outcome = (mime: string, bytes: Uint8Array, pieces?: number[]) =>
    strip(mime, bytes, pieces).then(
      stripped => stripped.toString('hex'),
      error => (error instanceof Refused ? error.code : Promise.reject(error))
    )

  it('is refused or goes on as far as it goes, never grows, and comes out the same in whatever pieces it came', async () => {
    await fc.assert(
      fc.asyncProperty(pictures, sizes, async ({ mime, bytes }, pieces) => {
        const whole = await outcome(mime, bytes)
        expect(await outcome(mime, bytes, pieces)).toBe(whole)
        if (whole !== 'invalid') expect(whole.length / 2).toBeLessThanOrEqual(bytes.byteLength)
      }),
      { numRuns: 300 }
    )
  })

  it('has nothing more to lose the second time', async () => {
    await fc.assert(
      fc.asyncProperty(pictures, async ({ mime, bytes }) => {
        const once = await outcome(mime, bytes)
        if (once === 'invalid') return
        expect(await outcome(mime, Buffer.from(once, 'hex'))).toBe(once)
      }),
      { numRuns: 300 }
    )
  })

  it('may be cut off anywhere', async () => {
    for (const [mime, bytes] of Object.entries(noted(6))) {
      for (let end = 0; end < bytes.length; end++) {
        const stripped = await strip(mime, bytes.subarray(0, end))
        expect(stripped.toString('latin1')).not.toContain(SECRET)
      }
    }
  })

  it('passes on what its source throws, and lets go of it when nobody reads on', async () => {
    const log: string[] = []
    async function* source() {
      try {
        yield JPEG.subarray(0, 40)
        throw new Refused('too_many', 'No.')
      } finally {
        log.push('let go')
      }
    }
    const reading = buffer(withoutNotes('image/jpeg', source()))
    await expect(reading).rejects.toMatchObject({ code: 'too_many' })
    for await (const _ of withoutNotes('image/jpeg', source())) break
    expect(log).toEqual(['let go', 'let go'])
  })

  it.each([
    ['image/jpeg', Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xe1, 0, 2]), 6_000],
    ['image/png', DOT.subarray(0, 33), pngChunk('tEXt', Buffer.alloc(0)), 21_000],
    ['image/webp', WEBP.subarray(0, 12), webpChunk('prVt', Buffer.alloc(0)), 21_000]
  ])('is refused in so many little parts that it would keep us busy: %s', async (mime, ...made) => {
    const [start, part, count] = made
    const bytes = Buffer.concat([start, ...Array<Buffer>(count).fill(part)])
    if (mime === 'image/webp') bytes.writeUInt32LE(bytes.length - 8, 4)
    await expect(strip(mime, bytes)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('costs no more for what fills it', async () => {
    const pieces = async (bytes: Buffer) => {
      let count = 0
      for await (const _ of withoutNotes('image/jpeg', inPieces(bytes, [60_000]))) count += 1
      return count
    }
    const full = Buffer.alloc(1_000_000, 0xff)
    const end = JPEG.length - 2
    expect(await pieces(Buffer.concat([JPEG.subarray(0, end), full]))).toBeLessThan(100)
    expect(await pieces(Buffer.concat([JPEG.subarray(0, 2), full, JPEG.subarray(2)]))).toBeLessThan(
      100
    )
  })

  it('is refused where a PNG says what no PNG may say', async () => {
    const long = Buffer.from(DOT)
    long.writeUInt32BE(0xffffffff, 33)
    await expect(strip('image/png', long)).rejects.toMatchObject({ code: 'invalid' })
  })
})
