import type { Button, MessageContent } from '@segue/sdk/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { payloadOf } from '../../../relay/src/channels/whatsapp-outgoing.ts'
import type { ChannelLimits, Content } from '../../../relay/src/core/channel.ts'
import { layOut } from '../../../relay/src/core/delivery/lay-out.ts'
import { renderContent } from '../../../relay/src/core/delivery/render-content.ts'
import { choicesOf } from '../../../relay/src/core/message/message-content.ts'

const WORDS = { choose: 'Choose', answerWithNumber: 'Reply with the number.' }
const base = { readReceipts: false, writesFirst: false, spacingMs: 0 }
const WHATSAPP: ChannelLimits = {
  ...base,
  ...{ textLength: 4096, captionLength: 1024, buttons: 3, rows: 10, files: true }
}
const SMS: ChannelLimits = { ...base, textLength: 612, buttons: 0, files: false }

const render = (content: MessageContent, text: string, limits: ChannelLimits): Content[] =>
  layOut(
    { message: 'm1', text, content, urlOf: id => `https://relay.example/v1/files/${id}` },
    limits,
    WORDS
  ).flatMap(one => renderContent(one, limits, 'Reply with:'))

const colours = (count: number): MessageContent => ({
  kind: 'replies',
  replies: Array.from({ length: count }, (_, n) => ({ id: `c${n}`, title: `Colour ${n + 1}` }))
})

const MUG = { id: 'f1', name: 'mug.png', mime: 'image/png', size: 9 }
const CARDS: MessageContent = {
  kind: 'cards',
  cards: [
    {
      title: 'Morgon',
      text: 'A mug.',
      image: MUG,
      buttons: [
        { id: 'buy-1', title: 'I want it' },
        { title: 'Look', url: 'https://shop.example/mug' }
      ]
    },
    { title: 'Afton', buttons: [{ id: 'buy-2', title: 'I want that' }] }
  ]
}

it('keeps the marks of a card’s words where a network draws them, and says them plainly where it does not', () => {
  const cards = [{ title: 'The _Morgon_ mug', text: '*Two* left' }]
  const textsOn = (limits: ChannelLimits) =>
    render({ kind: 'cards', cards }, '', limits).map(({ text }) => text)
  expect(textsOn({ ...WHATSAPP, marks: true })).toEqual(['The _Morgon_ mug\n*Two* left'])
  expect(textsOn(SMS)).toEqual(['The Morgon mug\nTwo left'])
})

describe('choices', () => {
  it('are buttons on WhatsApp up to three, a list up to ten', () => {
    const [three] = render(colours(3), 'Which?', WHATSAPP)
    expect(payloadOf({ to: [], content: three!, delivery: 'd' })).toMatchObject({
      interactive: { type: 'button', body: { text: 'Which?' }, action: { buttons: { length: 3 } } }
    })
    const [ten] = render(colours(10), 'Which?', WHATSAPP)
    expect(payloadOf({ to: [], content: ten!, delivery: 'd' })).toMatchObject({
      interactive: {
        type: 'list',
        action: { button: 'Choose', sections: [{ rows: { length: 10, 9: { id: 'a:m1:9' } } }] }
      }
    })
  })

  it('are numbered where there are no buttons', () => {
    expect(render(colours(2), 'Which?', SMS)).toEqual([
      {
        text: 'Which?\n1. Colour 1\n2. Colour 2\nReply with the number.',
        ...{ files: [], buttons: [] }
      }
    ])
  })
})

describe('cards', () => {
  it('are a picture with a caption and buttons on WhatsApp, one message each', () => {
    const pieces = render(CARDS, 'Two mugs', WHATSAPP)
    expect(pieces.map(({ text }) => text)).toEqual([
      'Two mugs',
      'Morgon\nA mug.\nLook: https://shop.example/mug',
      'Afton'
    ])
    expect(payloadOf({ to: [], content: pieces[1]!, delivery: 'd' })).toMatchObject({
      interactive: {
        header: { type: 'image', image: { link: 'https://relay.example/v1/files/f1' } },
        action: { buttons: [{ reply: { id: 'a:m1:0', title: 'I want it' } }] }
      }
    })
    expect(pieces[2]?.buttons).toEqual([{ id: 'a:m1:1', title: 'I want that' }])
  })

  it('are numbered through by SMS, with links', () => {
    expect(render(CARDS, 'Two mugs', SMS).map(({ text }) => text)).toEqual([
      'Two mugs',
      'Morgon\nA mug.\nLook: https://shop.example/mug\n1. I want it\nmug.png: https://relay.example/v1/files/f1',
      'Afton\n2. I want that',
      'Reply with the number.'
    ])
  })
})

const word = (max: number) =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: max }).map(text => text.trim() || 'x')
const link = fc.webUrl({ withQueryParameters: true })
const replies = (max: number) => fc.array(word(20), { minLength: 1, maxLength: max })
const named = (titles: string[], before = ''): Button[] =>
  titles.map((title, n) => ({ id: `${before}${n}`, title }))

const content: fc.Arbitrary<MessageContent> = fc.oneof(
  replies(10).map(titles => ({ kind: 'replies' as const, replies: named(titles) })),
  fc
    .array(
      fc.record({
        title: word(80),
        text: fc.option(word(400), { nil: '' }),
        image: fc.boolean(),
        replies: fc.array(word(20), { maxLength: 2 }),
        link: fc.option(fc.record({ title: word(20), url: link }), { nil: undefined })
      }),
      { minLength: 1, maxLength: 10 }
    )
    .map(cards => ({
      kind: 'cards' as const,
      cards: cards.map(({ title, text, image, replies, link }, n) => ({
        ...{ title, text },
        ...(image ? { image: { ...MUG, id: `picture-${n}` } } : {}),
        buttons: [...named(replies, `${n}-`), ...(link ? [link] : [])]
      }))
    })),
  fc
    .array(fc.record({ label: word(80), choices: fc.option(replies(5), { nil: undefined }) }), {
      minLength: 1,
      maxLength: 8
    })
    .map(fields => ({
      kind: 'form' as const,
      fields: fields.map(({ label, choices }, n) => ({
        ...{ id: `f${n}`, label },
        ...(choices && choices.length > 1
          ? { type: 'choice' as const, choices }
          : { type: 'text' as const })
      }))
    }))
)

const limits = fc.record({
  textLength: fc.integer({ min: 40, max: 4096 }),
  buttons: fc.integer({ min: 0, max: 3 }),
  rows: fc.integer({ min: 0, max: 10 }),
  files: fc.boolean(),
  marks: fc.boolean()
})

/** Everything it says, for people. */
function saidBy(content: MessageContent): string[] {
  if (content.kind === 'replies') return content.replies.map(({ title }) => title)
  if (content.kind === 'form') {
    return content.fields.flatMap(({ label, choices = [] }) => [label, ...choices])
  }
  return content.cards.flatMap(({ title, text = '', image, buttons = [] }) => [
    ...[title, text],
    ...(image ? [`/v1/files/${image.id}`] : []),
    ...buttons.flatMap(button => [button.title, ...('url' in button ? [button.url] : [])])
  ])
}

// A long text is cut at white space, which is all that may be lost, but for marks where they are not drawn.
const squeezed = (text: string, marks = true) => text.replace(marks ? /\s+/gu : /[\s*_`]+/gu, '')

describe('marks', () => {
  const say = (text: string, limits: ChannelLimits) =>
    renderContent({ text, files: [], buttons: [] }, limits, '').map(one => one.text)
  const text = '*Yours*: ~100~ _90_\n- `K7-M9`, https://a.example/_x_'

  it('go to WhatsApp as they are, which draws them, and by SMS as plain words', () => {
    expect(say(text, { ...WHATSAPP, marks: true })).toEqual([text])
    expect(say(text, SMS)).toEqual(['Yours: ~100~ 90\n- K7-M9, https://a.example/_x_'])
  })
})

describe('whatever a message asks, and whatever a network can carry', () => {
  it('nothing is lost, nothing is too large, and every choice can be told from the others', () => {
    fc.assert(
      fc.property(content, word(200), limits, (content, text, given) => {
        const network: ChannelLimits = { ...base, ...given }
        const pieces = render(content, text, network)
        const all = squeezed(
          pieces
            .map(({ text, files, buttons }) =>
              [text, ...files.map(({ url }) => url), ...buttons.map(({ title }) => title)].join('')
            )
            .join(''),
          network.marks
        )
        for (const said of [text, ...saidBy(content)]) {
          expect(all).toContain(squeezed(said, network.marks))
        }
        for (const piece of pieces) {
          expect([...piece.text].length).toBeLessThanOrEqual(network.textLength)
          expect(piece.buttons.length).toBeLessThanOrEqual(Math.max(network.buttons, given.rows))
          if (!network.files) expect(piece.files).toEqual([])
          if (piece.buttons.length > 0) expect(piece.text).not.toBe('')
        }
        const tapped = pieces.flatMap(({ buttons }) => buttons.map(({ id }) => id))
        const choices = choicesOf(content)
        if (tapped.length > 0) expect(tapped).toEqual(choices.map((_, n) => `a:m1:${n}`))
        else {
          for (const [n, { title }] of choices.entries()) {
            expect(all).toContain(squeezed(`${n + 1}. ${title}`, network.marks))
          }
        }
      }),
      { numRuns: 300 }
    )
  })

  it('WhatsApp takes every piece of it', () => {
    fc.assert(
      fc.property(content, word(200), (content, text) => {
        for (const piece of render(content, text, WHATSAPP)) {
          expect(payloadOf({ to: [], content: piece, delivery: 'd' })).toBeDefined()
        }
      }),
      { numRuns: 200 }
    )
  })
})
