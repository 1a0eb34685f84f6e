import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Files } from '../../../../relay/src/core/files/file-bytes.ts'
import { openS3Files } from '../../../../relay/src/store/index.ts'
import { S3_BUCKET, S3_KEYS, S3_REGION, type S3Double, startS3 } from '../../../doubles/s3.ts'
import { itKeepsFiles, readAll } from './contract.ts'

const QUICK = { answerMs: 300, pieceMs: 300, retryMs: 1 }

const open = ({ url: endpoint }: { url: string }, other: object = {}, timing = QUICK): Files =>
  openS3Files(
    { bucket: S3_BUCKET, prefix: 'chat/files', region: S3_REGION, endpoint, ...S3_KEYS, ...other },
    timing
  )

itKeepsFiles('a bucket', async () => {
  const s3 = await startS3()
  return { open: async () => open(s3), count: async () => s3.objects.size, close: s3.close }
})

describe('a bucket of files', () => {
  let s3: S3Double
  beforeEach(async () => {
    s3 = await startS3()
  })
  afterEach(() => s3.close())

  const bytes = Buffer.alloc(100_000, 'segue')
  const spooled = async () =>
    (await readdir(tmpdir())).filter(name => name.startsWith('segue-upload-')).length

  it('has every file under its prefix, in the bucket’s own path', async () => {
    await open(s3).put('f1', bytes)
    expect(s3.calls).toEqual([`PUT /${S3_BUCKET}/chat/files/f1`])
    expect([...s3.objects.keys()]).toEqual(['chat/files/f1'])
    await open(s3, { prefix: '' }).put('f2', bytes)
    expect([...s3.objects.keys()]).toContain('f2')
  })

  it('is not opened by another secret, and says so without telling it', async () => {
    const files = open(s3, { secretAccessKey: 'another-secret' })
    const error = await files.put('f', bytes).catch(String)
    expect(error).toMatch(/403 SignatureDoesNotMatch/)
    expect(error).not.toContain('another-secret')
    expect(s3.calls).toHaveLength(1)
  })

  it.each([
    ['too much at once', { status: 503, code: 'SlowDown' }],
    ['a failure of its own', { status: 500, code: 'InternalError' }],
    ['no answer', 'hang']
  ] as const)('makes the call again after %s, with the same bytes', async (_, fault) => {
    s3.fail(fault, fault)
    await open(s3).put('f', bytes)
    expect(s3.calls).toHaveLength(3)
    expect(s3.objects.get('chat/files/f')).toEqual(bytes)
    s3.fail(fault, fault)
    expect(await readAll(open(s3), 'f')).toEqual(bytes)
    s3.fail(fault)
    await open(s3).delete('f')
    expect(s3.objects.size).toBe(0)
  })

  it('gives up after four tries, and leaves nothing behind on this machine', async () => {
    const before = await spooled()
    s3.fail(...Array(4).fill({ status: 500, code: 'InternalError' }))
    await expect(open(s3).put('f', bytes)).rejects.toThrow(/500 InternalError/)
    expect(s3.calls).toHaveLength(4)
    expect(await spooled()).toBe(before)
  })

  it('does not try again what was refused for good', async () => {
    s3.fail({ status: 403, code: 'AccessDenied' })
    await expect(open(s3).get('f')).rejects.toMatchObject({ status: 403, code: 'AccessDenied' })
    expect(s3.calls).toHaveLength(1)
  })

  it('is told from a bucket that is not there when something is put in', async () => {
    s3.fail({ status: 404, code: 'NoSuchBucket' })
    await expect(open(s3).put('f', bytes)).rejects.toThrow(/no such bucket/)
  })

  it.each([
    ['is cut off', { cutAfter: 60_000 }],
    ['falls silent', { silentAfter: 60_000 }]
  ])('goes on where a body %s', async (_, fault) => {
    const mixed = Buffer.from(Uint8Array.from({ length: 100_000 }, (_, at) => at % 253))
    await open(s3).put('f', mixed)
    s3.fail(fault)
    expect(await readAll(open(s3), 'f')).toEqual(mixed)
    s3.fail(fault)
    const range = { first: 10, last: 90_000 }
    expect(await readAll(open(s3), 'f', range)).toEqual(mixed.subarray(10, 90_001))
  })

  it('never passes half a file for a whole one', async () => {
    await open(s3).put('f', bytes)
    s3.fail(...Array(8).fill({ cutAfter: 0 }))
    await expect(readAll(open(s3), 'f')).rejects.toThrow(/broke off/)
  })

  it('waits for a store that is slow and still going', async () => {
    await open(s3).put('f', bytes)
    s3.fail({ pieceEveryMs: 100 })
    // Slower as a whole than one piece may be.
    expect(await readAll(open(s3), 'f')).toEqual(bytes)
    expect(s3.calls).toHaveLength(2)
  })
})
