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
    expect(s3.objects.get(`chat/${body.id}`)).toEqual(DOT)
    visitor.say({ type: 'send', cid: '1', text: '', files: [body.id] })
    await visitor.next({ type: 'ack' })
    const { url } = (await pageCall(other.url, '/v1/thread', { token })).body.entries[0].files[0]
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(DOT)
    expect(JSON.stringify(visitor.visit)).not.toMatch(/bucket|AKIA|secret\+of/)

    // The check at the start is over, and takes none of what follows.
    expect((await fetch(`${other.url}/readyz`)).status).toBe(200)
    s3.fail(...Array(4).fill({ status: 503, code: 'SlowDown' }))
    const failed = await uploadAsVisitor({ to: other.url, token }, DOT)
    expect([failed.status, failed.body.error.code]).toEqual([500, 'failed'])
    expect(other.logged.join()).not.toContain(S3_KEYS.secretAccessKey)
    await other.close()
    await s3.close()
  })

  it('are said to be out of reach by a wrong secret, at once and in words, while the chat goes on', async () => {
    const s3 = await startS3()
    const relay = await startTestRelay({
      config: {
        files: {
          ...{ store: `s3://${S3_BUCKET}/chat`, endpoint: s3.url, region: S3_REGION },
          ...{ ...S3_KEYS, secretAccessKey: 'another-secret' }
        }
      }
    })
    const ready = await fetch(`${relay.url}/readyz`)
    const why =
      'It answered 403 SignatureDoesNotMatch. files.secretAccessKey does not belong to files.accessKeyId.'
    expect([ready.status, await ready.json()]).toEqual([
      503,
      {
        status: 'unavailable',
        parts: { store: true, bus: true, open: true, files: false },
        why: { files: why }
      }
    ])
    const told = relay.logged.filter(line => line.includes(why))
    expect(told).toHaveLength(1)
    expect(relay.logged.join()).not.toContain('another-secret')
    const visitor = await openWidget(relay.url)
    visitor.say({ type: 'send', cid: '1', text: 'Hi' })
    await visitor.next({ type: 'ack' })
    await relay.close()
    await s3.close()
  })
})
