import { describe, expect, it } from 'vitest'
import { type AskDraft, newAsk } from '../../../relay/inbox/fold/ask-draft.ts'
import { isAsk, keptAsk } from '../../../relay/inbox/fold/kept-ask.ts'
import { draftOf, fullDraft } from './drafts.ts'

const KINDS: AskDraft['kind'][] = ['replies', 'cards', 'form']

const overReload = (draft: AskDraft): unknown => {
  const kept = keptAsk(draft)
  return kept && JSON.parse(JSON.stringify(kept))
}

describe('a draft that outlives its page', () => {
  it.each(KINDS)('is what it was: %s', kind => {
    for (const draft of [draftOf(kind), fullDraft(kind)]) {
      expect(overReload(draft)).toEqual(draft)
      expect(isAsk(overReload(draft))).toBe(true)
    }
  })

  it('is nothing while nothing is written', () => {
    expect(overReload(newAsk())).toBeUndefined()
  })

  it('asks for a picture again that was on its way, and shows one that was uploaded from there', () => {
    const draft = draftOf('cards')
    const [card] = draft.cards
    const withPicture = (picture: object) => ({
      ...draft,
      cards: [{ ...card!, picture: { ...card!.picture!, ...picture } }]
    })
    const pictureOf = (kept: unknown) => (kept as AskDraft).cards[0]!.picture
    expect(pictureOf(overReload(withPicture({ preview: 'blob:1' })))).toEqual(card!.picture)
    expect(pictureOf(overReload(withPicture({ status: 'uploading' })))).toMatchObject({
      name: 'mug.png',
      status: 'failed',
      problem: expect.stringContaining('Choose it again')
    })
  })

  it('is no draft when another version of the page has written something else', () => {
    const draft = draftOf('form')
    for (const other of [
      ...[null, 'text', 7, {}, { ...draft, kind: 'quiz' }, { ...draft, cards: undefined }],
      { ...draft, fields: [{ key: 'f' }] },
      { ...draft, cards: [{ ...draft.cards[0], buttons: null }] }
    ]) {
      expect(isAsk(other)).toBe(false)
    }
  })
})
