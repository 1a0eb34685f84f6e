import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DOT, jpegOf, pngOf } from '../../doubles/pictures.ts'
import { startTestRelay, type TestRelay, testAgent, testSite } from '../../doubles/relay.ts'
import { S3_BUCKET, S3_KEYS, S3_REGION, startS3 } from '../../doubles/s3.ts'
import { agentCall, openVisit, openWidget, pageCall } from '../../doubles/wire.ts'

let relay: TestRelay
let later = 0
beforeAll(async () => {
  relay = await startTestRelay({
    now: () => Date.now() + later,
    config: { files: { maxBytes: 1_000_000 }, limits: { filesPerHour: 8 } }
  })
})
afterAll(() => relay.close())

const upload = async (bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => {
  const reply = await fetch(`${relay.url}/v1/agent/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${testAgent.token}`, ...headers },
    body: bytes
  })
  return { status: reply.status, body: await reply.json() }
}

const bring = async (
  token: string,
  bytes: Uint8Array<ArrayBuffer>,
  { name = 'mug.png', type = '', origin = testSite.origin as string, to = relay.url } = {}
) => {
  const reply = await fetch(`${to}/v1/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { origin, authorization: `Bearer ${token}`, ...(type && { 'content-type': type }) },
    body: bytes
  })
  return { status: reply.status, headers: reply.headers, body: await reply.json() }
}

const kept = async () => {
  const all = await readdir(join(relay.dir, 'files'), { recursive: true, withFileTypes: true })
  return all.filter(entry => entry.isFile()).length
}

describe('a file an agent sends', () => {
  it('is shown to the visitor in place when it is a picture', async () => {
    const visitor = await openWidget(relay.url)
    visitor.say({ type: 'send', cid: '1', text: 'What does it look like?' })
    await visitor.next({ type: 'ack' })
    const name = encodeURIComponent('Blå mugg.png')
    const { status, body } = await upload(DOT, { 'x-file-name': name })
    expect([status, body]).toMatchObject([
      201,
      { name: 'Blå mugg.png', mime: 'image/png', size: DOT.length }
    ])
    await agentCall(relay.url, `/conversations/${visitor.visit.conversation}/messages`, {
      body: { cid: 'pic', text: '', files: [body.id] }
    })
    const { entries } = await visitor.next(({ entries }) => entries?.[0].files)
    const shown = await fetch(entries[0].files[0].url)
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(DOT)
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': "inline; filename*=UTF-8''Bl%C3%A5%20mugg.png",
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin'
    })
    visitor.socket.close()
  })

  it('is only ever saved when it could run, whatever it is called', async () => {
    const page = Buffer.from('<svg onload="alert(1)">')
    const { body } = await upload(page, {
      'content-type': 'image/png',
      'x-file-name': '../../evil.png'
    })
    expect(body).toMatchObject({ name: 'evil.png', mime: 'image/svg+xml' })
    const { headers } = await fetch(body.url)
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('content-disposition')).toMatch(/^attachment/)
  })

  it('is told as what it is, for networks that ask, when it cannot run', async () => {
    const { body } = await upload(Buffer.from('%PDF-1.7 …'), { 'content-type': 'text/html' })
    expect(body.mime).toBe('application/pdf')
    const { headers } = await fetch(body.url)
    expect(headers.get('content-type')).toBe('application/pdf')
    expect(headers.get('content-disposition')).toMatch(/^attachment/)
  })

  it('is refused when it is empty or too large', async () => {
    expect((await upload(Buffer.alloc(0))).status).toBe(400)
    expect((await upload(Buffer.alloc(1_000_001))).status).toBe(413)
  })
})

describe('a file a visitor sends', () => {
  it('reaches the agent, with a text and beside another file', async () => {
    const visitor = await openWidget(relay.url)
    const { token } = visitor.visit
    const one = await bring(token, DOT, { name: 'Trasig mugg.png' })
    const two = await bring(token, jpegOf(40, 30), { name: 'x.exe' })
    expect(one.status).toBe(201)
    expect(one.body).toEqual({
      ...{ id: one.body.id, name: 'Trasig mugg.png', mime: 'image/png', size: DOT.length }
    })
    const files = [one.body.id, two.body.id]
    visitor.say({ type: 'send', cid: '1', text: 'It came broken', files })
    await visitor.next({ type: 'ack' })
    const { body } = await agentCall(relay.url, `/conversations/${visitor.visit.conversation}`)
    const said = body.entries.find(({ type }: { type: string }) => type === 'message')
    expect(said).toMatchObject({
      text: 'It came broken',
      files: [{ mime: 'image/png' }, { name: 'x.exe', mime: 'image/jpeg' }]
    })
    expect(Buffer.from(await (await fetch(said.files[0].url)).arrayBuffer())).toEqual(DOT)
    // Their own thread shows it too.
    const thread = await pageCall(relay.url, '/v1/thread', { token })
    expect(thread.body.entries[0].files[0].url).toContain('/v1/files/')
    visitor.socket.close()
  })

  it('is told of in the session: how large, and of which kinds', async () => {
    const { files } = await openVisit(relay.url)
    expect(files).toEqual({ maxBytes: 1_000_000, kinds: expect.arrayContaining(['image/png']) })
    expect(files.kinds).not.toContain('text/html')
  })

  it('is taken from the site’s own pages and visitors only', async () => {
    const { token } = await openVisit(relay.url)
    expect((await bring('no-token', DOT)).status).toBe(401)
    const elsewhere = await bring(token, DOT, { origin: 'https://evil.example' })
    expect(elsewhere.status).toBe(403)
    expect(elsewhere.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('is let through by browsers, which ask first', async () => {
    const { headers } = await fetch(`${relay.url}/v1/files?name=x`, {
      method: 'OPTIONS',
      headers: {
        origin: testSite.origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type'
      }
    })
    expect(headers.get('access-control-allow-origin')).toBe(testSite.origin)
    expect(headers.get('access-control-allow-headers')).toMatch(/authorization.*content-type/)
  })

  it.each([
    ['of a kind that is not taken', Buffer.from('MZ\x90\0 a program'), 415, 'kind'],
    ['a page that is called a picture', Buffer.from('<html><script>'), 415, 'kind'],
    ['a drawing that can run', Buffer.from('<svg onload="alert(1)">'), 415, 'kind'],
    ['a picture of ten thousand million dots', pngOf(100_000, 100_000), 400, 'invalid'],
    ['empty', Buffer.alloc(0), 400, 'invalid'],
    ['larger than may be', pngOf(9, 9, 1_000_001), 413, 'too_large']
  ])('is refused when it is %s, and not kept', async (_, bytes, status, code) => {
    const { token } = await openVisit(relay.url)
    const before = await kept()
    const reply = await bring(token, bytes, { name: 'mug.png', type: 'image/png' })
    expect([reply.status, reply.body.error.code]).toEqual([status, code])
    expect(await kept()).toBe(before)
  })

  it('is cut at the limit though nobody said how long it is, and not kept', async () => {
    const { token } = await openVisit(relay.url)
    const before = await kept()
    let given = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(given === 0 ? pngOf(9, 9) : Buffer.alloc(100_000)))
        given += 100_000
        if (given > 5_000_000) controller.close()
      }
    })
    const reply = await fetch(`${relay.url}/v1/files`, {
      method: 'POST',
      headers: { origin: testSite.origin, authorization: `Bearer ${token}` },
      body: endless,
      duplex: 'half'
    } as RequestInit)
    expect(reply.status).toBe(413)
    expect(await kept()).toBe(before)
  })

  it('that breaks off half way is not kept', async () => {
    const { token } = await openVisit(relay.url)
    const before = await kept()
    const socket = connect(relay.port, '127.0.0.1')
    const head = [
      'POST /v1/files?name=x.png HTTP/1.1',
      `Host: 127.0.0.1:${relay.port}`,
      `Origin: ${testSite.origin}`,
      `Authorization: Bearer ${token}`,
      'Content-Length: 900000'
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\n`)
    socket.write(pngOf(9, 9, 400_000), () => socket.destroy())
    await new Promise(resolve => socket.once('close', resolve))
    // The next one comes through, so the broken one has been dealt with or is in nobody's way.
    expect((await bring(token, DOT)).status).toBe(201)
    await expect.poll(kept).toBe(before + 1)
  })

  it('has a name without a path, and without what turns its end round', async () => {
    const { token } = await openVisit(relay.url)
    const named = async (name: string) => (await bring(token, DOT, { name })).body.name
    expect(await named('C:\\Users\\me\\mugg.png')).toBe('mugg.png')
    expect(await named('photo\u202egpj.exe')).toBe('photogpj.exe')
    expect(await named('\0\n')).toBe('file')
    expect(await named('å'.repeat(300))).toHaveLength(255)
  })

  it('is one of so many in an hour', async () => {
    const { token } = await openVisit(relay.url)
    for (let n = 0; n < 8; n++) expect((await bring(token, DOT)).status).toBe(201)
    const { status, body } = await bring(token, DOT)
    expect([status, body.error.code]).toEqual([429, 'too_many'])
  })

  it('is not taken at all where the site says so', async () => {
    const other = await startTestRelay({ config: { files: { kinds: [] } } })
    const visit = await openVisit(other.url)
    expect(visit.files).toBeUndefined()
    const reply = await fetch(`${other.url}/v1/files`, {
      method: 'POST',
      headers: { origin: testSite.origin, authorization: `Bearer ${visit.token}` },
      body: DOT
    })
    expect(reply.status).toBe(403)
    await other.close()
  })
})

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
    const { status, body } = await bring(token, DOT, { to: other.url })
    expect(status).toBe(201)
    expect([...s3.objects]).toEqual([[`chat/${body.id}`, DOT]])
    visitor.say({ type: 'send', cid: '1', text: '', files: [body.id] })
    await visitor.next({ type: 'ack' })
    const { url } = (await pageCall(other.url, '/v1/thread', { token })).body.entries[0].files[0]
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(DOT)
    expect(JSON.stringify(visitor.visit)).not.toMatch(/bucket|AKIA|secret\+of/)

    s3.fail(...Array(4).fill({ status: 503, code: 'SlowDown' }))
    const failed = await bring(token, DOT, { to: other.url })
    expect([failed.status, failed.body.error.code]).toEqual([500, 'failed'])
    expect(other.logged.join()).not.toContain(S3_KEYS.secretAccessKey)
    await other.close()
    await s3.close()
  })
})

describe('the address of a file', () => {
  it('is good for a while, and only as it is', async () => {
    const { url, id } = (await upload(DOT)).body
    const read = (address: string) => fetch(address).then(({ status }) => status)
    expect(await read(url)).toBe(200)
    expect(await read(`${relay.url}/v1/files/${id}`)).toBe(403)
    expect(await read(url.replace(id, 'another'))).toBe(403)
    expect(await read(url.replace(/exp=\d/, 'exp=9'))).toBe(403)
    later = 25 * 3_600_000
    expect(await read(url)).toBe(403)
    later = 0
  })

  it('gives any part, so that films can be wound', async () => {
    const bytes = pngOf(9, 9, 1000)
    bytes.write('here', 500)
    const { url } = (await upload(bytes)).body
    const part = async (range: string) => {
      const { status, headers, ...reply } = await fetch(url, { headers: { range } }).then(
        async reply => ({
          status: reply.status,
          headers: reply.headers,
          bytes: Buffer.from(await reply.arrayBuffer())
        })
      )
      return [status, headers.get('content-range'), reply.bytes.length] as const
    }
    expect(await part('bytes=500-503')).toEqual([206, 'bytes 500-503/1000', 4])
    expect(await part('bytes=900-')).toEqual([206, 'bytes 900-999/1000', 100])
    expect(await part('bytes=-10')).toEqual([206, 'bytes 990-999/1000', 10])
    expect(await part('bytes=0-99999')).toEqual([206, 'bytes 0-999/1000', 1000])
    expect((await part('bytes=1000-'))[0]).toBe(416)
    expect(await part('bytes=0-1,5-6')).toEqual([200, null, 1000])
    expect(await part('bytes=9-2')).toEqual([200, null, 1000])
  })
})
