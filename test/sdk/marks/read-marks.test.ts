import { type Piece, plainText, readMarks } from '@segue/sdk/marks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ATTACKS, BROKEN, SHAPES } from '../../doubles/hostile-content.ts'

/** As HTML, to be looked at: only what a text was drawn with has pointed brackets. */
const look = (pieces: readonly Piece[]): string =>
  pieces
    .map(piece => {
      if (typeof piece === 'string') return piece.replace(/</g, '&lt;')
      const { tag, of, href, value } = piece
      const more = (href ? ` ${href}` : '') + (value === undefined ? '' : ` ${value}`)
      return `<${tag}${more}>${look(of)}</${tag}>`
    })
    .join('')

const drawn = (text: string): string => look(readMarks(text))
const wordsIn = (pieces: readonly Piece[]): string =>
  pieces.map(piece => (typeof piece === 'string' ? piece : wordsIn(piece.of))).join('')
const addressesIn = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap(piece =>
    typeof piece === 'string' ? [] : [...(piece.href ? [piece.href] : []), ...addressesIn(piece.of)]
  )

/** Texts made of what means something, and of anything. */
const SIGNS = [
  '*',
  '_',
  '~',
  '`',
  '```',
  '> ',
  '- ',
  '* ',
  '1. ',
  '\n',
  ' ',
  'a',
  'https://',
  'www.'
]
const aText = fc
  .array(fc.oneof(fc.constantFrom(...SIGNS), fc.string(), fc.webUrl()))
  .map(parts => parts.join(''))

/** A text without the characters that marks are made of, or that stand at the edge of what they make. */
const bare = (text: string): string => text.replace(/[*_~`>•\-\d.)\s]/g, '')

describe('a message’s marks', () => {
  it.each([
    ['It is *really* good', '<p>It is <strong>really</strong> good</p>'],
    ['_so_ ~not~ `x_y_z`', '<p><em>so</em> <s>not</s> <code>x_y_z</code></p>'],
    ['*_both_*, (*this*)!', '<p><strong><em>both</em></strong>, (<strong>this</strong>)!</p>'],
    ['*Å och ö*', '<p><strong>Å och ö</strong></p>'],
    ['*one\ntwo*', '<p>*one\ntwo*</p>'],
    ['*a _b* c_', '<p><strong>a _b</strong> c_</p>'],
    ['*note: *this*', '<p>*note: <strong>this</strong></p>'],
    ['a ```b c``` d', '<p>a <code>b c</code> d</p>']
  ])('are read in %j', (text, expected) => {
    expect(drawn(text)).toBe(expected)
  })

  it.each([
    '2 * 3 * 4 and 2*3*4',
    'a_file_name.txt and __init__',
    '**twice**',
    '~5 km, ~10 min',
    '* ',
    '_____ and ****',
    'it`s five o`clock',
    '-5 degrees, 3.14 and 2026. That was it',
    '>:( and ->',
    'unclosed *bold, _so_so and `code'
  ])('are none in %j', text => {
    expect(readMarks(text)).toEqual([{ tag: 'p', of: [text] }])
    expect(plainText(text)).toBe(text)
  })

  it('are lists, quotes and code of several lines', () => {
    expect(
      drawn('We have:\n\n- a *mug*\n- a bowl\n\n2. first\n9) second\n> said\n> you\nBye')
    ).toBe(
      '<p>We have:</p><ul><li>a <strong>mug</strong></li><li>a bowl</li></ul>' +
        '<ol><li 2>first</li><li 9>second</li></ol><blockquote>said\nyou</blockquote><p>Bye</p>'
    )
    expect(drawn('Run\n```\nnpm *ci*\n```\nthen')).toBe('<p>Run</p><pre>npm *ci*</pre><p>then</p>')
  })

  it('do not reach into addresses, and addresses not into them', () => {
    expect(drawn('*https://a.example/_x_/*y* `https://b.example`')).toBe(
      '<p><strong><a https://a.example/_x_/*y>https://a.example/_x_/*y</a></strong> <code>https://b.example</code></p>'
    )
    expect(drawn('See www.shop.example.')).toBe(
      '<p>See <a https://www.shop.example/>www.shop.example</a>.</p>'
    )
  })

  it('leave the sentence around an address out of it', () => {
    const text = 'See https://shop.example/mug?size=35#red, or (http://a.example).'
    expect(addressesIn(readMarks(text))).toEqual([
      'https://shop.example/mug?size=35#red',
      'http://a.example/'
    ])
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//https',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'ftp://a.example',
    'blob:https',
    'https://',
    'http://<script>',
    '<a href="https">x</a>',
    'www. is no address, and mail@example.com'
  ])('make no address of %s', text => {
    expect(addressesIn(readMarks(text))).toEqual([])
  })

  it('end an address at what would turn it round', () => {
    expect(addressesIn(readMarks('https://good.example/\u202Egnp.exe'))).toEqual([
      'https://good.example/'
    ])
  })
})

describe('whatever a text holds', () => {
  it('all of it but marks is there, in its order', () => {
    fc.assert(
      fc.property(aText, text => {
        expect(bare(wordsIn(readMarks(text)))).toBe(bare(text))
        expect(bare(plainText(text))).toBe(bare(text))
      }),
      { numRuns: 500 }
    )
  })

  it('without a mark it is one paragraph, unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), noise => {
        const text = noise.replace(/[*_~`>•\-\d]|www|http/gi, '') || 'x'
        expect(readMarks(text)).toEqual([{ tag: 'p', of: [text] }])
        expect(plainText(text)).toBe(text)
      })
    )
  })

  it('nothing is linked but http and https', () => {
    fc.assert(
      fc.property(aText, text => {
        for (const href of addressesIn(readMarks(text))) {
          expect(['http:', 'https:']).toContain(new URL(href).protocol)
        }
      })
    )
  })

  it.each([...ATTACKS, ...BROKEN, ...SHAPES])('no element of its own comes out of %#', text => {
    const ours = /^<\/?(p|pre|blockquote|ul|ol|li|strong|em|s|code|a)\b/
    for (const tag of drawn(text).match(/<[^>]*>?/g) ?? []) expect(tag).toMatch(ours)
    expect(bare(wordsIn(readMarks(text)))).toBe(bare(text))
  })

  it('a text twice as long takes twice the steps, not four times', () => {
    const hostile = [
      '*a ',
      ' *a _b ~c',
      '`a ',
      '``` ',
      '> ',
      '1. a\n',
      'https://',
      'www..',
      '*_~',
      ' `',
      'https://a!'
    ]
    for (const part of hostile) {
      const text = part.repeat(Math.ceil(200_000 / part.length))
      // Anything quadratic takes minutes for this, and is ended by the test's own limit.
      expect(bare(wordsIn(readMarks(text)))).toBe(bare(text))
      expect(plainText(text).length).toBeGreaterThan(0)
    }
  })
})
