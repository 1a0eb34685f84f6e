import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ByteRange, Files } from '../../../../relay/src/core/files/file-bytes.ts'

/** A place for files that no other test sees. */
export interface FilesUnderTest {
  /** Opens it; again, as after a restart. */
  open(): Promise<Files>
  /** How many files it keeps, whole or not. */
  count(): Promise<number>
  close(): Promise<void>
}

/** The bytes of a file, or undefined. */
export async function readAll(
  files: Files,
  id: string,
  range?: ByteRange
): Promise<Buffer | undefined> {
  const bytes = await files.get(id, range)
  if (!bytes) return undefined
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function* inPieces(bytes: Uint8Array, breakAt = Number.POSITIVE_INFINITY) {
  for (let at = 0; at < bytes.length; at += 10_000) {
    if (at >= breakAt) throw new Error('The sender is gone.')
    yield bytes.subarray(at, at + 10_000)
  }
}

const counting = (length: number) => Buffer.from(Uint8Array.from({ length }, (_, at) => at % 251))

/** What every store of files must do. */
export function itKeepsFiles(name: string, begin: () => Promise<FilesUnderTest>): void {
  describe(`${name}, as a store of files`, () => {
    let place: FilesUnderTest
    beforeEach(async () => {
      place = await begin()
    })
    afterEach(() => place.close())

    it('gives back what was put in, after a restart too', async () => {
      const bytes = Buffer.from([0, 255, 10, 13])
      await (await place.open()).put('0198-a_B', bytes)
      expect(await readAll(await place.open(), '0198-a_B')).toEqual(bytes)
      expect(await place.count()).toBe(1)
    })

    it('takes a stream of any length, none too', async () => {
      const files = await place.open()
      const bytes = counting(123_456)
      await files.put('long', inPieces(bytes))
      await files.put('empty', inPieces(new Uint8Array()))
      expect(await readAll(files, 'long')).toEqual(bytes)
      expect(await readAll(files, 'empty')).toHaveLength(0)
    })

    it('gives any part of it', async () => {
      const files = await place.open()
      const bytes = counting(30_000)
      await files.put('f', bytes)
      for (const [first, last] of [
        [0, 0],
        [100, 20_000],
        [29_999, 29_999],
        [0, 29_999]
      ] as const) {
        expect(await readAll(files, 'f', { first, last })).toEqual(bytes.subarray(first, last + 1))
      }
    })

    it('keeps nothing of a file whose sender breaks off', async () => {
      const files = await place.open()
      await expect(files.put('half', inPieces(counting(50_000), 20_000))).rejects.toThrow(/gone/)
      expect(await files.get('half')).toBeUndefined()
      expect(await place.count()).toBe(0)
    })

    it('has the old one or the new one while a file is replaced, never a mixture', async () => {
      const files = await place.open()
      await files.put('f', Buffer.alloc(100_000, 1))
      const replacing = files.put('f', inPieces(Buffer.alloc(200_000, 2)))
      const found = await readAll(files, 'f')
      expect([100_000, 200_000]).toContain(found?.length)
      expect(new Set(found).size).toBe(1)
      await replacing
      expect(await readAll(files, 'f')).toHaveLength(200_000)
    })

    it('forgets a file, and does not mind one that is not there', async () => {
      const files = await place.open()
      await files.put('f', counting(10))
      await files.delete('f')
      await files.delete('f')
      expect(await files.get('f')).toBeUndefined()
      expect(await place.count()).toBe(0)
    })

    it('lets go of a file that is not read to its end', async () => {
      const files = await place.open()
      await files.put('f', counting(1_000_000))
      for await (const piece of (await files.get('f'))!) {
        expect(piece[0]).toBe(0)
        break
      }
      await files.delete('f')
    })

    it.each(['', '..', '../up', 'a/b', 'a\\b', 'a\0', '.hidden', 'x'.repeat(65)])(
      'refuses the id %j',
      async id => {
        const files = await place.open()
        await expect(files.put(id, new Uint8Array(1))).rejects.toThrow(/file id/)
        await expect(files.get(id)).rejects.toThrow(/file id/)
        await expect(files.delete(id)).rejects.toThrow(/file id/)
        expect(await place.count()).toBe(0)
      }
    )
  })
}
