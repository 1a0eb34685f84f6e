import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestRelay, type TestRelay, testAgent } from '../../doubles/relay.ts'
import { agentCall, openWidget } from '../../doubles/wire.ts'

let relay: TestRelay
let later = 0
beforeAll(async () => {
  relay = await startTestRelay({ now: () => Date.now() + later })
})
afterAll(() => relay.close())

const PNG = Buffer.from('\x89PNG\r\n\x1a\n and the rest', 'latin1')

const upload = async (bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => {
  const reply = await fetch(`${relay.url}/v1/agent/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${testAgent.token}`, ...headers },
    body: bytes
  })
  return { status: reply.status, body: await reply.json() }
}

describe('a file an agent sends', () => {
  it('is shown to the visitor in place when it is a picture', async () => {
    const visitor = await openWidget(relay.url)
    visitor.say({ type: 'send', cid: '1', text: 'What does it look like?' })
    await visitor.next({ type: 'ack' })
    const name = encodeURIComponent('Blå mugg.png')
    const { status, body } = await upload(PNG, { 'x-file-name': name })
    expect([status, body]).toMatchObject([
      201,
      { name: 'Blå mugg.png', mime: 'image/png', size: PNG.length }
    ])
    await agentCall(relay.url, `/conversations/${visitor.visit.conversation}/messages`, {
      body: { cid: 'pic', text: '', files: [body.id] }
    })
    const { entries } = await visitor.next(({ entries }) => entries?.[0].files)
    const shown = await fetch(entries[0].files[0].url)
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(PNG)
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
      'content-type': 'image/svg+xml',
      'x-file-name': '../../evil.svg'
    })
    expect(body).toMatchObject({ name: 'evil.svg', mime: 'image/svg+xml' })
    const { headers } = await fetch(body.url)
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('content-disposition')).toMatch(/^attachment/)
  })

  it('is not what it says when its first bytes say otherwise', async () => {
    const fake = Buffer.from('no picture at all')
    expect((await upload(fake, { 'content-type': 'image/png' })).body.mime).toBe(
      'application/octet-stream'
    )
    expect((await upload(PNG, { 'content-type': 'text/html' })).body.mime).toBe('image/png')
  })

  it('is refused when it is empty or too large', async () => {
    expect((await upload(Buffer.alloc(0))).status).toBe(400)
    expect((await upload(Buffer.alloc(16 * 1024 * 1024 + 1))).status).toBe(413)
  })
})

describe('the address of a file', () => {
  it('is good for a while, and only as it is', async () => {
    const { url, id } = (await upload(PNG)).body
    const read = (address: string) => fetch(address).then(({ status }) => status)
    expect(await read(url)).toBe(200)
    expect(await read(`${relay.url}/v1/files/${id}`)).toBe(403)
    expect(await read(url.replace(id, 'another'))).toBe(403)
    expect(await read(url.replace(/exp=\d/, 'exp=9'))).toBe(403)
    later = 25 * 3_600_000
    expect(await read(url)).toBe(403)
    later = 0
  })
})
