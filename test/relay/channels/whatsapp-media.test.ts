import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Provider, startProvider } from '../../doubles/provider.ts'
import { open } from './whatsapp-account.ts'

describe('a file from WhatsApp', () => {
  let provider: Provider
  const bytes = new TextEncoder().encode('a picture')
  const digest = createHash('sha256').update(bytes)
  const hex = digest.copy().digest('hex')
  const about = { url: '', mime_type: 'image/png', sha256: hex, file_size: bytes.length }

  beforeAll(async () => {
    provider = await startProvider()
  })
  beforeEach(() => {
    provider.asked.length = 0
  })
  afterAll(() => provider.close())

  const serve = (meta: object, file: Uint8Array = bytes) =>
    provider.answers(({ path }) =>
      path.startsWith('/v23.0/')
        ? { status: 200, body: { ...about, url: `${provider.url}/media/1?x=y`, ...meta } }
        : { status: 200, body: file, headers: { 'content-type': 'image/jpeg' } }
    )
  const fetchFile = (ref = '1003383421387256') =>
    open(provider.url).fetchFile(ref, AbortSignal.timeout(5000))

  it('is asked for, then fetched, with the token', async () => {
    serve({})
    const file = await fetchFile()
    expect({ ...file, bytes: [...file.bytes] }).toEqual({ bytes: [...bytes], mime: 'image/png' })
    expect(
      provider.asked.map(({ method, path, headers }) => [method, path, headers.authorization])
    ).toEqual([
      ['GET', '/v23.0/1003383421387256', 'Bearer meta-token'],
      ['GET', '/media/1?x=y', 'Bearer meta-token']
    ])
  })

  it('is believed with its digest in base64 too', async () => {
    serve({ sha256: digest.copy().digest('base64') })
    expect((await fetchFile()).bytes).toHaveLength(bytes.length)
  })

  it('is refused when it is not what Graph says it is', async () => {
    serve({}, new TextEncoder().encode('another'))
    await expect(fetchFile()).rejects.toThrow('changed')
  })

  it('is not fetched from anywhere but behind TLS or the API itself', async () => {
    for (const url of ['http://127.0.0.1:1/x', 'http://169.254.169.254/', 'file:///etc/passwd']) {
      serve({ url })
      await expect(fetchFile()).rejects.toThrow('is not fetched')
    }
    serve({ url: '/no/host' })
    await expect(fetchFile()).rejects.toThrow('does not say where')
  })

  it('is not followed elsewhere', async () => {
    provider.answers(({ path }) =>
      path.startsWith('/v23.0/')
        ? { status: 200, body: { ...about, url: `${provider.url}/media/1` } }
        : { status: 302, headers: { location: '/secret' } }
    )
    await expect(fetchFile()).rejects.toThrow('302')
    expect(provider.asked.map(({ path }) => path)).not.toContain('/secret')
  })

  it('is refused when it is too large', async () => {
    serve({}, new Uint8Array(26 * 1024 * 1024))
    await expect(fetchFile()).rejects.toThrow('larger')
  })

  it('is refused when it is gone', async () => {
    provider.answers({ status: 404, body: { error: { code: 100 } } })
    await expect(fetchFile()).rejects.toThrow('404')
  })

  it.each(['../106540352242922/messages', '1?x=1', '', '1/2'])('has no name like %j', async ref => {
    await expect(fetchFile(ref)).rejects.toThrow('name of the file')
    expect(provider.asked).toEqual([])
  })
})
