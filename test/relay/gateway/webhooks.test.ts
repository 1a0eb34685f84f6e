import { createHmac } from 'node:crypto'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestRelay, type TestRelay, testSms, testWhatsApp } from '../../doubles/relay.ts'
import { agentCall } from '../../doubles/wire.ts'

let relay: TestRelay
beforeAll(async () => {
  relay = await startTestRelay()
})
afterAll(() => relay.close())

const signed = (body: string, secret: string = testWhatsApp.appSecret) => ({
  'content-type': 'application/json',
  'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
})

const post = async (body: string, headers: Record<string, string>, account = 'whatsapp') => {
  const url = `${relay.url}/webhooks/${account}`
  const reply = await fetch(url, { method: 'POST', headers, body })
  return [reply.status, await reply.text()]
}

const textFrom = (text: string, id: string) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '1',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { phone_number_id: testWhatsApp.phoneNumberId },
              contacts: [{ profile: { name: 'Maja' }, wa_id: '46700000001' }],
              messages: [
                {
                  from: '46700000001',
                  id,
                  timestamp: '1795200000',
                  type: 'text',
                  text: { body: text }
                }
              ]
            }
          }
        ]
      }
    ]
  })

/** Everything any person has said so far. */
const said = async () => {
  const { body } = await agentCall(relay.url, '/conversations?state=all')
  const texts: string[] = []
  for (const { id } of body.items) {
    const detail = await agentCall(relay.url, `/conversations/${id}`)
    for (const { from, text } of detail.body.entries) if (from === 'visitor') texts.push(text)
  }
  return texts
}

describe('a webhook', () => {
  it('that is genuine is kept once, and answered with nothing', async () => {
    const body = textFrom('Do you have it in blue?', 'wamid.1')
    expect(await post(body, signed(body))).toEqual([200, ''])
    expect(await post(body, signed(body))).toEqual([200, ''])
    expect(await said()).toEqual(['Do you have it in blue?'])
  })

  it('is answered with 204 where the provider wants that', async () => {
    const form = new URLSearchParams({
      AccountSid: testSms.accountSid,
      MessageSid: 'SM00000000000000000000000000000001',
      From: '+46700000002',
      To: testSms.from,
      Body: 'Hi'
    })
    const url = `${relay.url}/webhooks/sms`
    const text =
      url +
      [...form]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flat()
        .join('')
    const signature = createHmac('sha1', testSms.authToken).update(text).digest('base64')
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signature
    }
    expect(await post(form.toString(), headers, 'sms')).toEqual([204, ''])
  })

  it('answers its provider’s challenge, and nobody else’s', async () => {
    const ask = async (token: string) => {
      const query = `hub.mode=subscribe&hub.challenge=4711&hub.verify_token=${token}`
      const reply = await fetch(`${relay.url}/webhooks/whatsapp?${query}`)
      return [reply.status, await reply.text(), reply.headers.get('content-type')]
    }
    expect(await ask(testWhatsApp.verifyToken)).toEqual([200, '4711', 'text/plain; charset=utf-8'])
    expect((await ask('wrong')).slice(0, 2)).toEqual([403, ''])
  })

  it('is refused without a signature, with a wrong one, and with another body', async () => {
    const body = textFrom('Forged', 'wamid.forged')
    expect(await post(body, {})).toEqual([403, ''])
    expect(await post(body, signed(body, 'another-secret-00001'))).toEqual([403, ''])
    expect(await post(`${body} `, signed(body))).toEqual([403, ''])
    expect(relay.logged.join('')).not.toContain('Forged')
  })

  it('of an account nobody has is not found', async () => {
    expect(await post('{}', {}, 'nobody')).toEqual([404, ''])
  })

  it('is refused when it is huge, broken, or nested without end', async () => {
    const huge = 'x'.repeat(3 * 1024 * 1024 + 1)
    expect(await post(huge, signed(huge))).toEqual([413, ''])
    const broken = textFrom('cut', 'wamid.cut').slice(0, 200)
    expect(await post(broken, signed(broken))).toEqual([400, ''])
    const nested = '['.repeat(100_000) + ']'.repeat(100_000)
    expect(await post(nested, signed(nested))).toEqual([400, ''])
    const proto = '{"__proto__":{"object":"whatsapp_business_account"}}'
    expect((await post(proto, signed(proto)))[1]).toBe('')
  })

  it('that breaks off changes nothing, and the next one is heard', async () => {
    const body = textFrom('Broken off', 'wamid.off')
    const headers = Object.entries(signed(body)).map(([name, value]) => `${name}: ${value}`)
    const socket = connect(relay.port, '127.0.0.1')
    const head = [
      'POST /webhooks/whatsapp HTTP/1.1',
      'Host: relay',
      `Content-Length: ${body.length}`
    ]
    socket.write([...head, ...headers, '', body.slice(0, 50)].join('\r\n'))
    socket.end()
    const next = textFrom('Still here?', 'wamid.next')
    expect(await post(next, signed(next))).toEqual([200, ''])
    const texts = await said()
    expect(texts).toContain('Still here?')
    expect(texts).not.toContain('Broken off')
  })
})

describe('a webhook the store cannot keep', () => {
  it('is answered with 503, so that the provider sends it again', async () => {
    const broken = await startTestRelay()
    const url = `${broken.url}/webhooks/whatsapp`
    const { DatabaseSync } = await import('node:sqlite')
    const database = new DatabaseSync(`${broken.dir}/segue.sqlite`)
    database.exec('alter table entries rename to gone')
    database.close()
    const body = textFrom('Anybody?', 'wamid.1')
    const reply = await fetch(url, { method: 'POST', headers: signed(body), body })
    expect([reply.status, await reply.text()]).toEqual([503, ''])
    expect(broken.logged.join('')).not.toMatch(/Anybody|46700000001/)
    await broken.close()
  })
})
