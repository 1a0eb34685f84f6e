// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { pageLanguage, pickLanguage } from '../../widget/src/language.ts'
import { datesIn } from '../../widget/src/strings/dates.ts'
import { loadWords } from '../../widget/src/strings/load.ts'

afterEach(() => {
  document.documentElement.lang = ''
})

describe('the language', () => {
  it('is the first of the wished for that we speak, with any country', () => {
    expect(pickLanguage(['fi', 'sv-FI', 'en'])).toBe('sv')
    expect(pickLanguage(['SV'])).toBe('sv')
    expect(pickLanguage(['svx', 'nb-NO'])).toBe('en')
    expect(pickLanguage([undefined, null, ''])).toBe('en')
  })

  it('is what the site asked for, else the page’s own', () => {
    document.documentElement.lang = 'sv'
    expect(pageLanguage(undefined)).toBe('sv')
    expect(pageLanguage('en-GB')).toBe('en')
    document.documentElement.lang = 'de'
    expect(pageLanguage(undefined)).toBe('en')
  })

  it('has words of its own for everything that is shown', async () => {
    const [en, sv] = await Promise.all([loadWords('en'), loadWords('sv')])
    const plain = Object.entries(en).filter(([, words]) => typeof words === 'string')
    const untranslated = plain.filter(([key, words]) => sv[key as 'chat'] === words)
    expect(untranslated).toEqual([])
    expect(sv.note.linked({ kind: 'linked', network: 'whatsapp', display: '+46 •••• 0001' })).toBe(
      'Chatten fortsätter i WhatsApp (+46 •••• 0001)'
    )
    expect(en.note.linked({ kind: 'linked', network: 'sms', display: '' })).toBe(
      'The chat goes on by SMS'
    )
    expect(en.via('telegram')).toBe('via telegram')
  })
})

describe('a time', () => {
  it('is told also in a browser whose own language is no language', () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-US@posix'])
    const { time } = datesIn('en', { today: 'Today', yesterday: 'Yesterday' })
    vi.restoreAllMocks()
    expect(time(new Date(2026, 10, 17, 9, 5).getTime())).toContain('9:05')
  })
})

describe('a day', () => {
  const words = { today: 'Today', yesterday: 'Yesterday' }
  const { day } = datesIn('sv', words)
  const now = new Date(2026, 10, 17, 9).getTime()

  it('is today from midnight to midnight, and yesterday before that', () => {
    expect(day(new Date(2026, 10, 17, 0, 0).getTime(), now)).toBe('Today')
    expect(day(new Date(2026, 10, 16, 23, 59).getTime(), now)).toBe('Yesterday')
    expect(day(new Date(2026, 10, 15, 23, 59).getTime(), now)).toBe('sön 15 november')
  })

  it('is yesterday also when that day had 25 hours', () => {
    // Whether the clocks change here or not: a calendar day is what counts.
    const sunday = new Date(2026, 9, 25, 0, 30).getTime()
    expect(day(sunday, new Date(2026, 9, 26, 23, 30).getTime())).toBe('Yesterday')
  })
})
