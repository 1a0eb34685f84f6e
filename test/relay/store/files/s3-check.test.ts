import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Files } from '../../../../relay/src/core/files/file-bytes.ts'
import { openS3Files } from '../../../../relay/src/store/index.ts'
import { createLog } from '../../../../relay/src/telemetry/log.ts'
import { watchFiles } from '../../../../relay/src/watch-files.ts'
import { S3_BUCKET, S3_KEYS, S3_REGION, type S3Double, startS3 } from '../../../doubles/s3.ts'

const QUICK = { answerMs: 300, pieceMs: 300, retryMs: 1 }

let s3: S3Double
beforeEach(async () => {
  s3 = await startS3()
})
afterEach(() => s3.close())

const open = (other: object = {}): Files =>
  openS3Files(
    {
      ...{ bucket: S3_BUCKET, prefix: 'chat', region: S3_REGION, endpoint: s3.url },
      ...{ ...S3_KEYS, ...other }
    },
    QUICK
  )

describe('the check of a bucket', () => {
  it('is one signed call, which says nothing when all is well', async () => {
    expect(await open().check!()).toBeUndefined()
    expect(s3.calls).toEqual([`PUT /${S3_BUCKET}/chat/segue-check`])
  })

  it('says of a wrong secret which setting it is', async () => {
    expect(await open({ secretAccessKey: 'wrong' }).check!()).toEqual({
      mend: 'settings',
      text: expect.stringContaining('files.secretAccessKey')
    })
  })

  it.each([
    [403, 'InvalidAccessKeyId', 'settings', 'files.accessKeyId'],
    [403, 'AccessDenied', 'settings', 's3:PutObject'],
    [404, 'NoSuchBucket', 'settings', 'files.store'],
    [301, 'PermanentRedirect', 'settings', 'files.region'],
    [307, 'TemporaryRedirect', 'settings', 'files.region'],
    [400, 'AuthorizationHeaderMalformed', 'settings', 'files.region'],
    [418, 'Teapot', 'settings', 'files.store'],
    [503, 'SlowDown', 'place', 'SlowDown']
  ])('says of %i %s what is to be mended', async (status, code, mend, words) => {
    s3.fail({ status, code })
    expect(await open().check!()).toEqual({ mend, text: expect.stringContaining(words) })
    expect(s3.calls).toHaveLength(1)
  })

  it('does not wait for long for one that hangs, and tells one that is nowhere', async () => {
    s3.fail('hang')
    expect(await open().check!()).toMatchObject({ mend: 'place' })
    const nowhere = await open({ endpoint: 'http://nowhere.invalid' }).check!()
    expect(nowhere!.text).toMatch(/files.endpoint/)
  })
})

describe('the watch over the files', () => {
  const watch = (files: Files) => {
    const logged: string[] = []
    const log = createLog('info', { write: line => logged.push(line) })
    const watching = watchFiles(files, { log, againMs: 5 })
    onTestFinished(() => watching.stop())
    return { ...watching, logged }
  }

  it('tells of trouble once, and of its end, and asks no more then', async () => {
    s3.fail(...Array(3).fill({ status: 403, code: 'AccessDenied' }))
    const { ready, trouble, logged } = watch(open())
    expect(await ready()).toBe(false)
    expect(trouble()).toContain('AccessDenied')
    await expect.poll(trouble).toBeUndefined()
    expect(await ready()).toBe(true)
    expect(logged.filter(line => line.includes('AccessDenied'))).toHaveLength(1)
    expect(logged.at(-1)).toContain('files can be kept')
    expect(s3.calls).toHaveLength(4)
  })

  it('takes no relay away from its visitors because a place does not answer', async () => {
    s3.fail({ status: 503, code: 'SlowDown' })
    const { ready, logged } = watch(open())
    expect(await ready()).toBe(true)
    expect(logged[0]).toContain('503 SlowDown')
  })

  it('has nothing to watch where files are in a folder', async () => {
    const { check: _, ...folder } = open()
    expect(await watch(folder).ready()).toBe(true)
    expect(s3.calls).toEqual([])
  })
})
