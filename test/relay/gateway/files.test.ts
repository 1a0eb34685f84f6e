import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uploadAsAgent } from '../../doubles/file-calls.ts'
import { FILE_NAMES, NAMES } from '../../doubles/hostile-content.ts'
import { DOT, pngOf } from '../../doubles/pictures.ts'
import { startTestRelay, type TestRelay } from '../../doubles/relay.ts'
import { agentCall, openWidget } from '../../doubles/wire.ts'

let relay: TestRelay
let later = 0
beforeAll(async () => {
  relay = await startTestRelay({
    now: () => Date.now() + later,
    config: { files: { maxBytes: 1_000_000 } }
  })
})
afterAll(() => relay.close())

const upload = (bytes: Uint8Array<ArrayBuffer>, headers?: Record<string, string>) =>
  uploadAsAgent(relay.url, bytes, headers)

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

  it.each([...FILE_NAMES, ...NAMES])('has a name that harms nobody: %#', async said => {
    const { status, body } = await upload(Buffer.from('plain'), {
      'x-file-name': encodeURIComponent(said)
    })
    expect(status).toBe(201)
    // No path, nothing that is not seen, and a length that file systems take.
    expect(body.name).toMatch(/^[^/\\\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]{1,255}$/u)
    const { headers } = await fetch(body.url)
    expect(headers.get('set-cookie')).toBeNull()
    const [, told] = /^attachment; filename\*=UTF-8''([\w.%~!$&+^`|-]+)$/.exec(
      headers.get('content-disposition') ?? ''
    )!
    expect(decodeURIComponent(told!)).toBe(body.name)
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
