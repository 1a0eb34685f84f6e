import { describe, expect, it } from 'vitest'
import { smsSize } from '../../../relay/src/channels/sms-segments.ts'
import { openSession } from '../../../relay/src/core/conversation/open-session.ts'
import { offerHandoff } from '../../../relay/src/core/handoff/offer-handoff.ts'
import {
  holesOf,
  type PhoneTemplates
} from '../../../relay/src/core/phone/phone-texts/templates.ts'
import {
  draftsOf,
  languages,
  phoneTexts,
  templates
} from '../../../relay/src/core/phone/phone-texts.ts'
import { type PhoneWord, readWord, spellings } from '../../../relay/src/core/phone/phone-words.ts'
import { LANGUAGES } from '../../../widget/src/language.ts'
import { openHouse, site } from '../../doubles/house.ts'
import { PHONE } from './asking.ts'

const english = templates.get('en')!

/** Languages whose letters are all in the alphabet of text messages. */
const CHEAP = ['en', 'sv', 'da', 'nb', 'fi', 'de', 'fr', 'nl']

it('phones are spoken to in the languages of the widget', () => {
  expect([...templates.keys()].sort()).toEqual([...LANGUAGES].sort())
})

describe.each([...templates])('what is said on phones in %s', (language, texts) => {
  it('says everything, with the same names filled in', () => {
    const holes = (all: PhoneTemplates) =>
      Object.entries(all).map(([name, text]) => [name, holesOf(text).sort().join()])
    expect(holes(texts)).toEqual(holes(english))
  })

  it('has buttons that a network can carry and tell apart', () => {
    const titles = [texts.mirrorYes, texts.mirrorNo, texts.notMe]
    for (const title of titles) expect([...title].length, title).toBeLessThanOrEqual(20)
    expect(new Set(titles).size).toBe(3)
  })

  it('asks for words that are understood', () => {
    const word = (text: string, after: RegExp) => readWord(after.exec(text)?.[1] ?? '?')
    const capitals = language === 'ar' ? /: (.+)$/ : /(\p{Lu}{2,}(?: \p{Lu}+)*)\.?$/u
    expect(word(texts.howToRefuse, capitals)).toBe('refuse')
    const back = language === 'ar' ? /كلمة (\S+)/ : /(\p{Lu}{3,})/u
    expect(word(texts.howBack, back)).toBe('back')
    const yes = language === 'ar' ? /أرسل (نعم)/ : /[^\p{L}](\p{Lu}{2,})[^\p{L}]/u
    expect(word(texts.confirmNumber, yes)).toBe('yes')
    expect(word(texts.confirmNumber, /(STOPP?)\.$/)).toBe('stop')
    expect(word(texts.stopped, /(START)/)).toBe('start')
  })

  it.runIf(CHEAP.includes(language))('costs no more by SMS than it must', () => {
    const values = { site: 'Norrsken', host: 'norrsken.example', began: '21 Nov 2026, 23:15' }
    for (const [name, say] of Object.entries(languages.get(language)!)) {
      const text = typeof say === 'string' ? say : say({ ...values, url: 'https://n.example/x' })
      expect([name, smsSize(text).encoding]).toEqual([name, 'gsm7'])
    }
  })
})

describe('a word on a phone', () => {
  it('means one thing, in whatever language', () => {
    const meanings = new Map<string, Set<PhoneWord>>()
    for (const [spelling, word] of spellings) {
      const said = readWord(spelling)
      meanings.set(spelling, (meanings.get(spelling) ?? new Set()).add(word))
      expect(said, spelling).toBe(word)
    }
    for (const [spelling, words] of meanings) expect([...words], spelling).toHaveLength(1)
  })

  it.each([
    ['ja', 'yes'],
    ['Kyllä!', 'yes'],
    ['kylla', 'yes'],
    ['Oui.', 'yes'],
    ['si', 'yes'],
    ['نعم', 'yes'],
    ['NEIN', 'no'],
    ['ei', 'no'],
    ['لا.', 'no'],
    ['pas moi', 'refuse'],
    ['Ce n’est pas moi.', 'refuse'],
    ["ce n'est pas moi", 'refuse'],
    ['لست أنا', 'refuse'],
    ['لست انا', 'refuse'],
    ['linkki', 'back'],
    ['رابط', 'back'],
    ['Stopp', 'stop'],
    ['arrêt', 'stop'],
    ['baja', 'stop']
  ])('%s means %s', (said, meaning) => {
    expect(readWord(said)).toBe(meaning)
  })

  it.each(['', '👍', '?', 'ja tack', 'Retour', 'no idea', 'stop by tomorrow'])(
    '%s is just talk',
    said => {
      expect(readWord(said)).toBeUndefined()
    }
  )
})

describe('a site’s own words on phones', () => {
  const texts = new Map([
    ['sv', { page: {}, phone: { mirrorYes: 'Gärna', linked: 'Hej från {site}!' } }],
    ['pt', { page: {}, phone: { draft: 'Continuar a conversa de {site}' } }]
  ])
  const own = { ...site, texts }

  it('stand in place of ours, in their language only', () => {
    expect(phoneTexts(own, 'sv-FI').linked({ site: 'N', began: '' })).toBe('Hej från N!')
    expect(phoneTexts(own, 'sv').notMe).toBe(templates.get('sv')!.notMe)
    expect(phoneTexts(own, 'de').mirrorYes).toBe(templates.get('de')!.mirrorYes)
    expect(phoneTexts(site, 'no').mirrorYes).toBe(templates.get('nb')!.mirrorYes)
  })

  it('may be in a language we do not speak; what they leave out is English', () => {
    expect(phoneTexts(own, 'pt-BR').draft({ site: 'x' })).toBe('Continuar a conversa de x')
    expect(phoneTexts(own, 'pt-BR').notMe).toBe(english.notMe)
    expect(phoneTexts({ ...site, language: 'fi' }, 'pl').notMe).toBe(templates.get('fi')!.notMe)
    expect(draftsOf(own, 'x')).toContain('Continuar a conversa de x')
  })

  it('are understood when they are sent back', () => {
    expect(readWord('gärna', phoneTexts(own, 'sv'))).toBe('yes')
    expect(readWord('gärna', phoneTexts(own, 'de'))).toBeUndefined()
  })

  it('are said on the phone of a chat that began in their language', async () => {
    const house = await openHouse({ texts })
    const { address } = await openSession(house.ports, {
      site: house.ports.sites.get('shop')!,
      language: 'sv-FI'
    })
    const offer = await offerHandoff(house.ports, { by: 'visitor', address: address.id }, 'wa')
    await house.text('wa', PHONE, offer.draft)
    const [answer] = await house.flush()
    expect(answer?.text).toMatch(/^Hej från Norrsken!/)
    await house.text('wa', PHONE, 'gärna')
    expect((await house.flush())[0]?.text).toBe(templates.get('sv')!.shown)
  })
})
