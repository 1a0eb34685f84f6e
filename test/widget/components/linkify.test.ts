import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkify } from '../../../widget/src/components/linkify.ts'

const addressesIn = (text: string) => linkify(text).flatMap(({ href }) => href ?? [])

describe('a message’s text', () => {
  it('keeps every character, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.webUrl(), fc.constant('https://'))), parts => {
        const text = parts.join(' ')
        expect(
          linkify(text)
            .map(piece => piece.text)
            .join('')
        ).toBe(text)
      })
    )
  })

  it('links web addresses, without the sentence around them', () => {
    expect(addressesIn('See https://shop.example/mug?size=35#red, or (http://a.example).')).toEqual(
      ['https://shop.example/mug?size=35#red', 'http://a.example/']
    )
    expect(linkify('A https://a.example B')).toEqual([
      { text: 'A ' },
      { text: 'https://a.example', href: 'https://a.example/' },
      { text: ' B' }
    ])
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//https',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https',
    'https://',
    'http://<script>',
    '<a href="https">x</a>',
    'just words, and mail@example.com'
  ])('makes no link of %s', text => {
    expect(addressesIn(text)).toEqual([])
  })

  it('never links anything but http and https', () => {
    fc.assert(
      fc.property(fc.string(), fc.webUrl(), (noise, url) => {
        for (const href of addressesIn(`${noise}${url}${noise}`)) {
          expect(['http:', 'https:']).toContain(new URL(href).protocol)
        }
      })
    )
  })
})
