// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { LANGUAGES, pageLanguage, pickLanguage, wishedFor } from '../../widget/src/language.ts'
import { openChat } from '../../widget/src/loader/launcher-words.ts'
import { en } from '../../widget/src/strings/all.ts'
import { datesIn, plainClock } from '../../widget/src/strings/dates.ts'
import { loadLate } from '../../widget/src/strings/late/load-late.ts'
import { loadTexts } from '../../widget/src/strings/load.ts'
import { type Text, wordsIn } from '../../widget/src/strings/words.ts'

afterEach(() => {
  document.documentElement.lang = ''
})

describe('the language', () => {
  it('is the first of the wished for that we speak, with any country', () => {
    expect(pickLanguage(['is', 'sv-FI', 'en'])).toBe('sv')
    expect(pickLanguage(['SV'])).toBe('sv')
    expect(pickLanguage(['svx', 'de-AT'])).toBe('de')
    expect(pickLanguage(['ar-EG', 'en'])).toBe('ar')
    expect(pickLanguage([undefined, null, ''])).toBe('en')
  })

  it('is one Norwegian for all that Norwegians call theirs', () => {
    for (const tag of ['nb', 'nb-NO', 'no', 'NO', 'nn', 'nn-NO']) {
      expect(pickLanguage([tag]), tag).toBe('nb')
    }
  })

  it('is what the site asked for, else the page’s own', () => {
    document.documentElement.lang = 'sv'
    expect(pageLanguage(undefined)).toBe('sv')
    expect(pageLanguage('en-GB')).toBe('en')
    document.documentElement.lang = 'is'
    expect(pageLanguage(undefined)).toBe('en')
    expect(wishedFor('pl').slice(0, 2)).toEqual(['pl', 'is'])
  })
})

/** Every text of a language by its place, each form apart. */
function flatten(part: object, at = ''): [place: string, text: string][] {
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'string' ? [[at + key, value]] : flatten(value, `${at}${key}.`)
  )
}

const holesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)

/** What each text may use, all of its forms together. */
function holesByPlace(part: object, at = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(part)) {
    const isText = typeof value === 'string' || 'other' in value
    const texts = flatten({ [key]: value }).map(([, text]) => text)
    const holes = [...new Set(texts.flatMap(holesOf))].sort().join()
    if (isText) found.set(at + key, holes)
    else for (const [place, own] of holesByPlace(value, `${key}.`)) found.set(place, own)
  }
  return found
}

// A name that a form's own words say need not be filled in.
const SAID_BY_FORM = /network,?|,?count/g

/** All that is said in one language, whenever it is fetched. */
const allTexts = async (language: (typeof LANGUAGES)[number]) => ({
  ...(await loadTexts(language)),
  ...(await loadLate(language))
})

describe.each(LANGUAGES)('the words in %s', language => {
  it('are in the places of the English ones, and use the same names', async () => {
    const texts = await allTexts(language)
    const plain = (part: object) =>
      [...holesByPlace(part)].map(([place, holes]) => [place, holes.replace(SAID_BY_FORM, '')])
    expect(plain(texts)).toEqual(plain(en))
    const english = new Map(holesByPlace(en))
    for (const [place, holes] of holesByPlace(texts)) {
      const allowed = english.get(place)!.split(',')
      for (const hole of holes.split(',')) expect(allowed, `${language} ${place}`).toContain(hole)
    }
  })

  it('have every plural form the language has, and no others', async () => {
    const forms = Object.keys((await loadTexts(language)).newMessages as object).sort()
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    // `many` of French and Spanish is for millions.
    const needed = pluralCategories.filter(form => form !== 'many' || language === 'ar')
    expect(forms).toEqual([...needed].sort())
  })

  it('are filled in with everything, whatever the network and the count', async () => {
    const texts = await loadTexts(language)
    const late = wordsIn(language, await loadLate(language))
    const words = { ...wordsIn(language, texts), ...late.talks, ...late.before }
    const values = {
      ...{ name: 'Anna', site: 'Norrsken', time: '9:00', day: 'Mon', number: '+46' },
      ...{ size: '16 MB', total: 'ten' }
    }
    for (const network of ['whatsapp', 'sms', 'telegram']) {
      for (const count of [0, 1, 2, 3, 11, 100, 1_000_000]) {
        for (const [place, word] of Object.entries({ ...words, ...words.note })) {
          if (typeof word === 'object') continue
          const say = word as string | ((values: object) => string)
          const said = typeof say === 'string' ? say : say({ ...values, network, count })
          expect(said, `${language} ${place}`).toMatch(/^[^{}]*\p{L}[^{}]*$/u)
        }
      }
    }
  })

  it('begin with the words the launcher has before any are fetched', async () => {
    expect(openChat[language]).toBe((await loadTexts(language)).openChat)
  })

  it('are not the English ones, nor left with a stray space or a wrong sign', async () => {
    const texts = { ...(await loadTexts(language)), ...(await loadLate(language)) }
    for (const [place, text] of flatten(texts)) {
      expect(text, place).toBe(text.trim())
      expect(text, place).not.toMatch(/ {2}|\.\.\.|!|\s[.,]/)
    }
    if (language === 'en') return
    const english = new Map(flatten(en))
    const same = flatten(texts).filter(([place, text]) => english.get(place) === text)
    const alike =
      /^(before\.email|chat|send|code|copy|messages|number|via|networkName\..*|chatWith)$/
    expect(same.filter(([place]) => !alike.test(place))).toEqual([])
  })
})

describe('words', () => {
  it('say which network it is in the way of their language', async () => {
    const said = async (language: 'en' | 'sv' | 'fi' | 'ar') =>
      wordsIn(language, await loadTexts(language))
    expect((await said('en')).note.linked({ network: 'sms' })).toBe('The chat goes on by SMS')
    expect((await said('sv')).note.linked({ network: 'whatsapp' })).toBe(
      'Chatten fortsätter i WhatsApp'
    )
    expect((await said('fi')).continueOn({ network: 'whatsapp' })).toBe('Jatka WhatsAppissa')
    expect((await said('ar')).via({ network: 'whatsapp' })).toBe('عبر واتساب')
    expect((await said('en')).via({ network: 'telegram' })).toBe('via telegram')
  })

  it('count as their language does', async () => {
    const ar = wordsIn('ar', await loadTexts('ar'))
    const counted = [1, 2, 3, 11].map(count => ar.newMessages({ count }))
    expect(new Set(counted).size).toBe(4)
    expect(wordsIn('en', en).newMessages({ count: 1200 })).toBe('1,200 new messages')
  })

  it('are the site’s own where it has any, the strongest first', () => {
    const words = wordsIn(
      'en',
      en,
      { greeting: 'Hi there.', note: { closed: 'Bye.' } },
      {
        greeting: 'Not this one.',
        chatWith: 'Ask {site}',
        newMessages: { one: 'one new', other: '{count} new' },
        networkName: { telegram: 'Telegram', other: '{network}' }
      }
    )
    expect(words.greeting).toBe('Hi there.')
    expect(words.note.closed).toBe('Bye.')
    expect(words.note.texted).toBe(en.note.texted)
    expect(words.chatWith({ site: 'Norrsken' })).toBe('Ask Norrsken')
    expect([1, 2].map(count => words.newMessages({ count }))).toEqual(['one new', '2 new'])
    expect(words.via({ network: 'telegram' })).toBe('via Telegram')
  })

  it('stay ours where the site’s own cannot be said', () => {
    const wrong = { greeting: { other: 'Hi' }, chatWith: 7, note: 'x', send: null, unknown: 'x' }
    const words = wordsIn('en', en, wrong as never)
    expect(words.greeting).toBe(en.greeting)
    expect(words.chatWith({ site: 'x' })).toBe('Chat with x')
    expect(words.note.closed).toBe(en.note.closed)
    expect(words.send).toBe(en.send)
    expect('unknown' in words).toBe(false)
  })

  it('are only filled in with what they were given', () => {
    const text: Text = 'Chat with {site} {constructor} {nothing}'
    const { chatWith } = wordsIn('en', en, { chatWith: text })
    expect(chatWith({ site: '{name}' })).toBe('Chat with {name} {constructor} {nothing}')
  })
})

describe('a time', () => {
  it('is told also in a browser whose own language is no language', () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-US@posix'])
    const { time } = datesIn('en', { today: 'Today', yesterday: 'Yesterday' })
    vi.restoreAllMocks()
    expect(time(new Date(2026, 10, 17, 9, 5).getTime())).toContain('9:05')
  })

  // Whatever country the reader's browser is of, in all the languages that we speak.
  const countries = 'US GB IE CA AU IN SE FI DK NO DE AT CH LI NL BE SR FR MX ES CO EG SA AE'
  const tags = LANGUAGES.flatMap(language => [
    language,
    ...countries.split(' ').map(country => `${language}-${country}`)
  ])

  it.each(tags)('is written as Intl writes it in %s, or by Intl', tag => {
    const { format } = new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit' })
    const time = plainClock(tag) ?? format
    for (const hour of [0, 1, 9, 11, 12, 13, 23]) {
      const at = new Date(2026, 10, 17, hour, 5).getTime()
      expect(time(at)).toBe(format(at))
    }
  })

  it('is written without Intl for most readers', () => {
    const plain = tags.filter(tag => plainClock(tag))
    expect(plain).toEqual(expect.arrayContaining(['en', 'en-US', 'en-GB', 'sv-SE', 'de', 'fi']))
    expect(plain).not.toContain('ar')
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
