import { describe, expect, it } from 'vitest'
import { uploadAsVisitor } from '../../doubles/file-calls.ts'
import { DOT } from '../../doubles/pictures.ts'
import { startTestRelay } from '../../doubles/relay.ts'
import { S3_BUCKET, S3_KEYS, S3_REGION, startS3 } from '../../doubles/s3.ts'
import { openWidget, pageCall } from '../../doubles/wire.ts'

describe('files in a bucket', () => {
  it('go there from the relay and come back from it, and no page learns of the bucket', async () => {
    const s3 = await startS3()
    const other = await startTestRelay({
      config: {
        files: {
          store: `s3://${S3_BUCKET}/chat`,
          endpoint: s3.url,
          region: S3_REGION,
          accessKeyId: S3_KEYS.accessKeyId,
          secretAccessKey: 'env:S3_SECRET'
        }
      },
      env: { S3_SECRET: S3_KEYS.secretAccessKey }
    })
    const visitor = await openWidget(other.url)
    const { token } = visitor.visit
    const { status, body } = await uploadAsVisitor({ to: other.url, token }, DOT)
    expect(status).toBe(201)
    expect([...s3.objects]).toEqual([[`chat/${body.id}`, DOT]])
    visitor.say({ type: 'send', cid: '1', text: '', files: [body.id] })
    await visitor.next({ type: 'ack' })
    const { url } = (await pageCall(other.url, '/v1/thread', { token })).body.entries[0].files[0]
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(DOT)
    expect(JSON.stringify(visitor.visit)).not.toMatch(/bucket|AKIA|secret\+of/)

    s3.fail(...Array(4).fill({ status: 503, code: 'SlowDown' }))
    const failed = await uploadAsVisitor({ to: other.url, token }, DOT)
    expect([failed.status, failed.body.error.code]).toEqual([500, 'failed'])
    expect(other.logged.join()).not.toContain(S3_KEYS.secretAccessKey)
    await other.close()
    await s3.close()
  })
})
