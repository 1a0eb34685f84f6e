// @vitest-environment happy-dom
import { atom } from 'nanostores'
import { afterEach, expect, it, vi } from 'vitest'
import type { Session } from '../../sdk/src/index.ts'
import type { Language } from '../../widget/src/language.ts'
import { en } from '../../widget/src/strings/en.ts'
import { en as lateEn } from '../../widget/src/strings/late/late-en.ts'
import { createVoice } from '../../widget/src/voice.ts'
import { aSession } from '../doubles/fake-chat.ts'

afterEach(() => void vi.restoreAllMocks())

const voiceOf = (own?: Parameters<typeof createVoice>[0]['own'], language: Language = 'en') => {
  const $session = atom<Session | undefined>()
  const { $voice } = createVoice({ language, texts: en, own, $session })
  const hear = (look: object) => $session.set(aSession({ look: { name: 'Shop', ...look } }))
  return { $voice, hear }
}

it('speaks in our words, until the site has told its own', () => {
  const { $voice, hear } = voiceOf()
  expect($voice.get().words.send).toBe('Send')
  hear({ texts: { send: 'Off it goes' } })
  expect($voice.get().words.send).toBe('Off it goes')
  expect($voice.get().words.today).toBe('Today')
})

it('does not begin anew when a renewed session says the same', () => {
  const { $voice, hear } = voiceOf()
  hear({ texts: { send: 'Go' } })
  const before = $voice.get()
  hear({ texts: { send: 'Go' } })
  hear({})
  expect($voice.get()).toBe(before)
})

it('says the page’s words rather than the site’s', () => {
  const { $voice, hear } = voiceOf({ send: 'Page' })
  hear({ texts: { send: 'Site', today: 'Site' } })
  expect($voice.get().words).toMatchObject({ send: 'Page', today: 'Site' })
})

it('says what is fetched late in the same words, and names networks as ever', () => {
  const { $voice, hear } = voiceOf()
  hear({ texts: { copy: 'Take it' } })
  const late = $voice.get().sayMore(lateEn)
  expect(late.copy).toBe('Take it')
  expect(late.openApp({ network: 'whatsapp' })).toBe('Open WhatsApp')
})

it('takes the page’s words from an attribute, and survives what is no JSON', () => {
  expect(voiceOf('{"send":"Page"}').$voice.get().words.send).toBe('Page')
  const complain = vi.spyOn(console, 'error').mockReturnValue()
  expect(voiceOf('{send}').$voice.get().words.send).toBe('Send')
  expect(complain).toHaveBeenCalledOnce()
})

it('speaks a language the site has added, with its plural forms and its direction', () => {
  const { $voice, hear } = voiceOf()
  expect($voice.get()).toMatchObject({ language: 'en', direction: 'ltr' })
  const newMessages = { one: '{count} nowa', few: '{count} nowe', other: '{count} nowych' }
  hear({ language: 'pl', texts: { newMessages } })
  const { language, words } = $voice.get()
  expect(language).toBe('pl')
  expect([1, 3, 5].map(count => words.newMessages({ count }))).toEqual([
    '1 nowa',
    '3 nowe',
    '5 nowych'
  ])
  hear({ language: 'he', texts: { send: 'שליחה' } })
  expect($voice.get()).toMatchObject({ language: 'he', direction: 'rtl' })
  expect(voiceOf(undefined, 'ar').$voice.get().direction).toBe('rtl')
})
