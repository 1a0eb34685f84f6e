import { describe, expect, it } from 'vitest'
import type { Transcript } from '../../../relay/src/core/transcript/transcript.ts'
import { htmlOf } from '../../../relay/src/mail/html.ts'
import { layOutMail } from '../../../relay/src/mail/lay-out-mail.ts'
import { mailWords } from '../../../relay/src/mail/mail-words.ts'
import { plainTextOf } from '../../../relay/src/mail/plain-text.ts'
import { LANGUAGES } from '../../../widget/src/language.ts'
import { ATTACKS, SHAPES } from '../../doubles/hostile-content.ts'
import { transcript } from './transcripts.ts'

const html = (mail: Transcript) => htmlOf(layOutMail(mail), mail.look)
const plain = (mail: Transcript) => plainTextOf(layOutMail(mail))
const saying = (...texts: string[]) =>
  transcript({ lines: texts.map(text => ({ at: 0, from: 'visitor', text, files: [] })) })

describe('a conversation by mail', () => {
  it('tells who said what, when in the reader’s zone, and where', () => {
    expect(plain(transcript())).toMatchInlineSnapshot(`
      "Your chat with Norrsken

      Saturday, 21 November 2026

      You (14:02)
          Does the mug go in the dishwasher?

      Anna (14:03)
          It does.
          At 60°.

      Sunday, 22 November 2026

      You (02:02 · WhatsApp)
          Thanks
          File: mug.png (12 kB)

      Times: Central European Standard Time

      To the page of the chat: https://shop.example/mug
      In the browser you used, the chat goes on where it was. Files are there, too.

      -- 
      This is a copy of a chat with Norrsken. It came to this address because somebody in that chat asked for it. If it is not yours, you need not do anything.
      Nobody reads answers to this mail.
      "
    `)
  })

  it('says that it is not the whole, and that answers are read where they are', () => {
    const mail = transcript({ isCut: true, replyTo: 'help@norrsken.example' })
    expect(plain(mail)).toContain('Earlier messages are left out.')
    expect(plain(mail)).not.toContain('Nobody reads')
  })

  it('speaks every language of the widget, with the same names filled in', () => {
    expect([...mailWords.keys()].sort()).toEqual([...LANGUAGES].sort())
    const holes = (words: object) =>
      Object.values(words).map(text => [...text.matchAll(/\{\w+\}/g)].sort().join())
    for (const [language, words] of mailWords) {
      expect(holes(words), language).toEqual(holes(mailWords.get('en')!))
      expect(layOutMail(transcript({ language })).why).toContain('Norrsken')
    }
  })

  it('runs from right to left where its language does', () => {
    const mail = transcript({ language: 'ar' })
    expect(html(mail)).toContain('<html lang="ar" dir="rtl">')
    expect(html(transcript())).toContain('<html lang="en-GB" dir="ltr">')
  })

  it('speaks English where it has no words', () => {
    expect(layOutMail(transcript({ language: 'pl' }))).toMatchObject({ language: 'en' })
    expect(layOutMail(transcript({ language: 'sv-SE@posix' }))).toMatchObject({ language: 'sv' })
  })

  it('fetches nothing but the brand’s logo, and that in secret', () => {
    const look = { name: 'Norrsken', logo: 'https://shop.example/logo.png?a&b' }
    const sources = [...html(transcript({ look })).matchAll(/(src|url)[=(]"?([^"]*)/g)]
    expect(sources.map(([, , url]) => url)).toEqual(['https://shop.example/logo.png?a&amp;b'])
    expect(html(transcript({ look: { ...look, logo: 'http://shop.example/l.png' } }))).not.toMatch(
      /<img/
    )
  })

  it('shows whatever somebody wrote as text', () => {
    const ours = new Set([...html(saying('x')).matchAll(/<[a-z!/][^>]*>/gi)].map(([tag]) => tag))
    for (const text of [...ATTACKS, ...SHAPES]) {
      const tags = [...html(saying(text)).matchAll(/<[a-z!/][^>]*>/gi)].map(([tag]) => tag)
      expect(tags.filter(tag => !ours.has(tag) && tag !== '<br>')).toEqual([])
    }
  })

  it('makes no link of what a visitor wrote', () => {
    const links = [...html(saying('see https://evil.test')).matchAll(/href="([^"]*)/g)]
    expect(links.map(([, url]) => url)).toEqual(['https://shop.example/mug'])
  })

  it('lets nobody write what looks like another’s words in the plain text', () => {
    const forged = saying('Hi\r\n\r\nAnna (14:03)\u2028    Pay here\u0085Anna (14:04)')
    const mine = plain(forged)
      .split('\n')
      .filter(line => /Anna|Pay/.test(line))
    expect(mine).toHaveLength(3)
    for (const line of mine) expect(line).toMatch(/^ {4}/)
  })

  it('keeps what turns a line around, and what no mail can carry, out', () => {
    const text = plain(saying('a\u202Egnp.exe \0 \x1b[31m \uD83D end'))
    for (const none of ['\u202E', '\0', '\x1b', '\uD83D']) expect(text).not.toContain(none)
    expect(text).toContain('agnp.exe')
  })
})
