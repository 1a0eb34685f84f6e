import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Outgoing, Refusal } from '../../../relay/src/core/channel.ts'
import { type Provider, startProvider } from '../../doubles/provider.ts'
import { fixture } from './fixtures.ts'
import { MESSAGE, open, SID } from './twilio-account.ts'

describe('an SMS by Twilio', () => {
  let provider: Provider
  beforeAll(async () => {
    provider = await startProvider()
  })
  beforeEach(() => {
    provider.asked.length = 0
    provider.answers({ status: 201, body: { sid: MESSAGE } })
  })
  afterAll(() => provider.close())

  const send = (content: Partial<Outgoing['content']>, to = ['phone:+46700000001']) =>
    open(provider.url).send({
      to,
      content: { text: '', files: [], buttons: [], ...content },
      delivery: 'delivery 1'
    })
  const bodyOf = async (content: Partial<Outgoing['content']>) => {
    expect(await send(content)).toMatchObject({ kind: 'accepted' })
    return new URLSearchParams(provider.asked.at(-1)!.body).get('Body')
  }

  it('is this request and no other', async () => {
    await send({ text: 'Hej å' })
    expect(provider.asked).toMatchObject([
      {
        method: 'POST',
        path: `/2010-04-01/Accounts/${SID}/Messages.json`,
        headers: {
          authorization: `Basic ${btoa(`${SID}:12345`)}`,
          'content-type': 'application/x-www-form-urlencoded'
        }
      }
    ])
    expect(Object.fromEntries(new URLSearchParams(provider.asked[0]!.body))).toEqual({
      To: '+46700000001',
      From: '+46766000000',
      Body: 'Hej å',
      StatusCallback: 'https://relay.example/webhooks/sms?delivery=delivery%201#rc=3&rp=ct,rt,5xx'
    })
  })

  it('goes to a short code as well', async () => {
    await send({ text: 'Hej' }, ['sms:Posten'])
    expect(new URLSearchParams(provider.asked[0]!.body).get('To')).toBe('Posten')
  })

  it('writes files as links and buttons as words', async () => {
    const files = [{ url: 'https://relay.example/f/1', name: 'a.png', mime: 'image/png' }]
    const buttons = [
      { id: 'y', title: 'YES' },
      { id: 'n', title: 'NO' }
    ]
    expect(await bodyOf({ text: 'This?', files, buttons })).toBe(
      'This?\nhttps://relay.example/f/1\nYES / NO'
    )
  })

  it('is written plainly', async () => {
    const text = `“Hej” – ${'x'.repeat(70)}`
    expect(await bodyOf({ text })).toBe(`"Hej" - ${'x'.repeat(70)}`)
  })

  it.each<[Refusal, number[]]>([
    ['unreachable_person', [21211, 21614, 21408]],
    ['opted_out', [21610]],
    ['account', [20003, 21606, 21660]],
    ['content', [21617, 21602, 29999]]
  ])('is refused as %s by codes %j', async (why, codes) => {
    for (const code of codes) {
      provider.answers({ status: 400, body: { code, message: 'No.', status: 400 } })
      const reason = { code: String(code) }
      expect(await send({ text: 'Hej' })).toMatchObject({ kind: 'refused', why, reason })
    }
  })

  it('understands err-sync-21610', async () => {
    const { http_status, body } = fixture('twilio/err-sync-21610')
    provider.answers({ status: http_status, body })
    expect(await send({ text: 'Hej' })).toEqual({
      kind: 'refused',
      why: 'opted_out',
      reason: { code: '21610', text: 'The person has answered STOP.' }
    })
  })

  it('is tried again when Twilio is busy', async () => {
    provider.answers({ status: 429, body: { code: 20429, message: 'Too many requests' } })
    expect(await send({ text: 'Hej' })).toMatchObject({
      kind: 'limited',
      reason: { code: '20429' }
    })
  })
})

describe('a picture from Twilio', () => {
  let provider: Provider
  let shelf: Provider
  beforeAll(async () => {
    provider = await startProvider()
    shelf = await startProvider()
  })
  afterAll(() => Promise.all([provider.close(), shelf.close()]))

  const ref = `/2010-04-01/Accounts/${SID}/Messages/MM1/Media/ME1`
  const fetchFile = (path = ref) => open(provider.url).fetchFile(path, AbortSignal.timeout(5000))
  const picture = { status: 200, body: 'png', headers: { 'content-type': 'image/png; x=1' } }

  it('is fetched with the token, from the API and nowhere else', async () => {
    provider.answers(picture)
    expect(await fetchFile()).toMatchObject({ mime: 'image/png', bytes: { length: 3 } })
    expect(provider.asked[0]).toMatchObject({
      method: 'GET',
      path: ref,
      headers: { authorization: `Basic ${btoa(`${SID}:12345`)}` }
    })
  })

  it('is followed to where Twilio keeps it', async () => {
    provider.answers(({ path }) =>
      path === ref ? { status: 307, headers: { location: '/shelf/1' } } : picture
    )
    expect((await fetchFile()).bytes).toHaveLength(3)
  })

  it('is not followed to anywhere without TLS', async () => {
    shelf.answers(picture)
    provider.answers({ status: 307, headers: { location: `${shelf.url}/1` } })
    await expect(fetchFile()).rejects.toThrow('is not fetched')
    expect(shelf.asked).toEqual([])
  })

  it('is not followed in circles', async () => {
    provider.answers({ status: 307, headers: { location: ref } })
    await expect(fetchFile()).rejects.toThrow('307')
  })

  it.each(['/2010-04-01/Accounts/AC9/Media/1', '//evil.example/', 'https://evil.example/'])(
    'does not lie at %s',
    async path => {
      await expect(fetchFile(path)).rejects.toThrow('not one of this account')
    }
  )
})
