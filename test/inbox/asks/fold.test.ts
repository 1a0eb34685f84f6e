import { ContentDraft } from '@segue/sdk/protocol'
import { Compile } from 'typebox/compile'
import { describe, expect, it } from 'vitest'
import { asDraft, askOf, writeAgain } from '../../../relay/inbox/fold/ask-content.ts'
import { isBlankAsk, newAsk } from '../../../relay/inbox/fold/ask-draft.ts'
import { askHint } from '../../../relay/inbox/fold/ask-hint.ts'
import { fieldId, findProblems } from '../../../relay/inbox/fold/ask-problems.ts'
import { checkContent } from '../../../relay/src/core/message/message-content.ts'
import { draftOf, fullDraft } from './drafts.ts'

const KINDS = ['replies', 'cards', 'form'] as const

const accepts = Compile(ContentDraft)

describe('a draft', () => {
  it.each(KINDS)('full to every limit is taken by the relay: %s', kind => {
    const draft = fullDraft(kind)
    expect([...findProblems(draft)]).toEqual([])
    const { text, content } = askOf(draft)
    expect(accepts.Check(asDraft(content))).toBe(true)
    checkContent(asDraft(content), text)
  })

  it('of choices leaves out what nobody has written', () => {
    expect(askOf(draftOf('replies'))).toEqual({
      text: 'Which one?',
      content: {
        kind: 'replies',
        replies: [
          { id: 'c1', title: 'Sand' },
          { id: 'c2', title: 'Moss' }
        ]
      }
    })
  })

  it('of cards names pictures by their ids, and makes addresses whole', () => {
    expect(asDraft(askOf(draftOf('cards')).content)).toEqual({
      kind: 'cards',
      cards: [
        {
          title: 'Morgon',
          image: 'f1',
          buttons: [
            { id: 'c1-1', title: 'This one' },
            { title: 'See it', url: 'https://shop.example/mug' }
          ]
        }
      ]
    })
  })

  it('of a form has choices only where one chooses', () => {
    expect(askOf(draftOf('form')).content).toEqual({
      kind: 'form',
      submit: 'Go',
      fields: [
        { id: 'q1', label: 'Your name', type: 'text', required: true },
        { id: 'q2', label: 'Size', type: 'choice', choices: ['Small', 'Large'] }
      ]
    })
  })

  it.each(KINDS)('can be written on once it was sent: %s', kind => {
    const ask = askOf(draftOf(kind))
    const again = writeAgain(newAsk(), ask)
    expect(again.kind).toBe(kind)
    expect(askOf(again)).toEqual(ask)
  })

  it('is blank until something is written', () => {
    expect(isBlankAsk(newAsk())).toBe(true)
    expect(isBlankAsk({ ...newAsk(), text: 'Which?' })).toBe(false)
    expect(isBlankAsk(draftOf('form', { text: '' }))).toBe(false)
  })
})

describe('what is wrong', () => {
  const wrongIn = (...draft: Parameters<typeof draftOf>) => [
    ...findProblems(draftOf(...draft)).keys()
  ]
  const button = { key: 'b1', title: 'This one', does: 'answer', url: '' } as const
  const card = { key: 'k1', title: 'Mug', text: '', buttons: [] }

  it('is a question nobody asks, unless cards speak for themselves', () => {
    expect(wrongIn('replies', { text: ' ' })).toEqual([fieldId('text')])
    expect(wrongIn('form', { text: ' ' })).toEqual([fieldId('text')])
    expect(wrongIn('cards', { text: ' ' })).toEqual([])
  })

  it('is a choice that is there already, or none at all', () => {
    const choices = [' Sand', 'sand '].map((title, place) => ({ key: `c${place}`, title }))
    expect(wrongIn('replies', { choices })).toEqual(['ask-c1-title'])
    expect(wrongIn('replies', { choices: [{ key: 'c0', title: ' ' }] })).toEqual(['ask-c0-title'])
  })

  it('is a card without a title, and a button that leads nowhere', () => {
    const buttons = [
      { ...button, title: '' },
      ...['', 'javascript:alert(1)', 'https://a b'].map((url, place) => ({
        ...{ key: `l${place}`, title: `${place}`, does: 'link' as const, url }
      }))
    ]
    expect(wrongIn('cards', { cards: [{ ...card, title: '', buttons }] })).toEqual([
      'ask-k1-title',
      'ask-b1-title',
      'ask-l0-url',
      'ask-l1-url',
      'ask-l2-url'
    ])
  })

  it('is a picture that is not there yet, or never will be', () => {
    const uploading = { name: 'mug.png', status: 'uploading' } as const
    const failed = { name: 'mug.png', status: 'failed', problem: 'Too large.' } as const
    expect(wrongIn('cards', { cards: [{ ...card, picture: uploading }] })).toEqual([
      'ask-k1-picture'
    ])
    const found = findProblems(draftOf('cards', { cards: [{ ...card, picture: failed }] }))
    expect(found.get('ask-k1-picture')).toBe('Too large.')
  })

  it.each([
    ['one', 'Small'],
    ['the same twice', 'Small\nSmall'],
    ['too many', 'abcdefghijk'.split('').join('\n')],
    ['a long one', `Small\n${'x'.repeat(41)}`]
  ])('is a question to choose with %s', (_, choices) => {
    const field = { key: 'f1', label: 'Size', type: 'choice', choices, required: false } as const
    expect(wrongIn('form', { fields: [field] })).toEqual(['ask-f1-choices'])
  })
})

describe('where it goes', () => {
  const titles = (count: number) =>
    Array.from({ length: count }, (_, place) => ({ key: `${place}`, title: `${place}` }))

  it.each([
    ['web', 4, 'On the site they are buttons.'],
    ['whatsapp', 3, 'On WhatsApp they are buttons.'],
    ['whatsapp', 4, 'On WhatsApp they are a list to open: only three fit as buttons.'],
    ['sms', 2, 'By SMS they are numbered, and answered by number or word.'],
    ['pager', 2, 'By Pager they are numbered, and answered by number or word.']
  ])('%s shows %i choices in its own way', (network, count, words) => {
    expect(askHint(draftOf('replies', { choices: titles(count) }), network)).toBe(words)
  })

  it('cards and forms become what can be read there', () => {
    expect(askHint(draftOf('cards'), 'whatsapp')).toMatch(/message of its own/)
    expect(askHint(draftOf('cards'), 'sms')).toMatch(/Pictures are links/)
    expect(askHint(draftOf('form'), 'web')).toMatch(/filled in/)
    expect(askHint(draftOf('form'), 'sms')).toMatch(/their own words/)
  })
})
