import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestRelay, type TestRelay, testConfig, testSite } from '../../doubles/relay.ts'

let relay: TestRelay
// A Wednesday, 10:00 in Stockholm.
const NOW = Date.parse('2026-11-18T09:00Z')

beforeAll(async () => {
  const [site] = testConfig({}, '').sites
  relay = await startTestRelay({
    now: () => NOW,
    config: {
      sites: [
        {
          ...site!,
          greeting: 'Hello!',
          replyTime: 5,
          timeZone: 'Europe/Stockholm',
          hours: { wed: '09:00-17:00' },
          brand: { accent: '#ffd400' },
          texts: {
            sv: { greeting: 'Hejsan!', questions: ['Var?'], send: 'Iväg' },
            pl: { send: 'Wyślij' }
          }
        }
      ]
    }
  })
})
afterAll(() => relay.close())

async function openSession(language?: string) {
  const reply = await fetch(`${relay.url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: testSite.origin },
    body: JSON.stringify({ site: testSite.key, ...(language ? { language } : {}) })
  })
  return (await reply.json()) as { look: object; opening: object }
}

describe('a session', () => {
  it('brings the site’s own words in the visitor’s language, and no others', async () => {
    const plain = { name: 'Test Shop', accent: '#ffd400', replyTime: 5 }
    expect((await openSession('de')).look).toEqual({ ...plain, greeting: 'Hello!' })
    const swedish = { ...plain, greeting: 'Hejsan!', questions: ['Var?'], texts: { send: 'Iväg' } }
    expect((await openSession('sv-FI')).look).toEqual(swedish)
  })

  it('says so when they are in a language the widget has no words in', async () => {
    const polish = { language: 'pl', texts: { send: 'Wyślij' }, greeting: 'Hello!' }
    expect((await openSession('pl-PL')).look).toMatchObject({ ...polish, language: 'pl-PL' })
    // Czech is known to nobody here; Polish is what they wish for next.
    expect((await openSession('cs,pl,sv')).look).toMatchObject(polish)
  })

  it('tells whether somebody answers, and when that changes', async () => {
    const { opening } = await openSession()
    expect(opening).toMatchObject({ at: NOW, open: true })
    expect((opening as { changes: number[] }).changes.slice(0, 2)).toEqual([
      Date.parse('2026-11-18T16:00Z'),
      Date.parse('2026-11-25T08:00Z')
    ])
  })

  it('is no worse for tags that are none', async () => {
    for (const tag of ['en-US@posix', ',,,', 'x'.repeat(150), ' sv ']) {
      expect((await openSession(tag)).look).toMatchObject({ name: 'Test Shop' })
    }
  })
})

it('whoever starts the relay is told of colours that had to be adjusted', () => {
  expect(relay.logged.join()).toContain('accent #ffd400 stands out from white by 1.4:1')
})
