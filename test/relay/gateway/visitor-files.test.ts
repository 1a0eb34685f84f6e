import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countFiles, uploadAsVisitor } from '../../doubles/file-calls.ts'
import { cameraNotes, notedJpeg, SECRET } from '../../doubles/noted-pictures.ts'
import { DOT, jpegOf, pngOf } from '../../doubles/pictures.ts'
import { startTestRelay, type TestRelay, testSite } from '../../doubles/relay.ts'
import { agentCall, openVisit, openWidget, pageCall } from '../../doubles/wire.ts'

let relay: TestRelay
beforeAll(async () => {
  relay = await startTestRelay({
    config: { files: { maxBytes: 1_000_000 }, limits: { filesPerHour: 8 } }
  })
})
afterAll(() => relay.close())

const bring = (
  token: string,
  bytes: Uint8Array<ArrayBuffer>,
  more?: { name?: string; type?: string; origin?: string }
) => uploadAsVisitor({ to: relay.url, token }, bytes, more)
const kept = () => countFiles(relay)

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

  it('tells nobody where it was taken, and is as long as it says', async () => {
    const visitor = await openWidget(relay.url)
    const { token, conversation } = visitor.visit
    const photo = Buffer.from(notedJpeg(jpegOf(40, 30), cameraNotes(6)))
    const { body } = await bring(token, photo, { name: 'Home.jpg' })
    visitor.say({ type: 'send', cid: 'photo', text: '', files: [body.id] })
    await visitor.next({ type: 'ack' })
    const { entries } = (await agentCall(relay.url, `/conversations/${conversation}`)).body
    const file = entries.find(({ cid }: { cid?: string }) => cid === 'photo').files[0]
    const reply = await fetch(file.url)
    const bytes = Buffer.from(await reply.arrayBuffer())
    expect([bytes.length, Number(reply.headers.get('content-length'))]).toEqual([
      file.size,
      file.size
    ])
    expect(bytes.includes(SECRET)).toBe(false)
    expect(bytes.includes('Exif')).toBe(true)
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
        controller.enqueue(new Uint8Array(given === 0 ? jpegOf(9, 9) : Buffer.alloc(100_000)))
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
