import { describe, expect, it } from 'vitest'
import { changeState } from '../../../relay/src/core/conversation/change-state.ts'
import { findWords, foldText } from '../../../relay/src/core/conversation/find-words.ts'
import { searchOwn } from '../../../relay/src/core/conversation/search-own.ts'
import { editMessage } from '../../../relay/src/core/message/edit-message.ts'
import { reply } from '../../../relay/src/core/message/reply.ts'
import { anna, openHouse } from '../../doubles/house.ts'
import { askOnTheSite, PHONE } from './asking.ts'
import { say } from './joining.ts'

const find = (text: string, words: string) => findWords(text, foldText(words))
const marked = (text: string, words: string) => {
  const place = find(text, words)
  return place?.text.slice(...place.found)
}

describe('words in a text', () => {
  it.each([
    ['Är KOPPEN kvar?', 'koppen', 'KOPPEN'],
    ['Wo ist die Straße 7?', 'strasse', undefined],
    ['Où est ma théière ?', 'theiere', 'théière'],
    ['Ou est ma theiere ?', 'THÉIÈRE', 'theiere'],
    ['Hae\n\n  seuraava', 'hae seuraava', 'Hae\n\n  seuraava'],
    ['Πού είναι ο ΔΡΌΜΟΣ', 'δρομος', 'ΔΡΌΜΟΣ'],
    ['أين الطَّرْد؟', 'الطرد', 'الطَّرْد'],
    ['注文した器はどこですか', '器は', '器は'],
    ['a🧺b🧺c', '🧺c', '🧺c'],
    ['100% of a_b', '0% of a_', '0% of a_']
  ])('of %j: %j', (text, words, found) => {
    expect(marked(text, words)).toBe(found)
  })

  it('come with what stands around them, and never half a character', () => {
    const place = find(`${'🧺'.repeat(30)}mug${'🧺'.repeat(60)}`, 'mug')!
    expect(place.text).toMatch(/^…(🧺)+mug(🧺)+…$/u)
    expect(place.text.length).toBeLessThan(140)
    expect(place.text.slice(...place.found)).toBe('mug')
  })
})

describe('a visitor’s search', () => {
  it('finds what was said in all of their conversations, the newest first', async () => {
    const house = await openHouse({ reopenMs: 0 })
    const { address, conversation } = await house.visit()
    await say(house, address.id, 'Is the mug in stock?')
    await reply(house.ports, anna, conversation!, { cid: 'r', text: 'The Mug is.' })
    await changeState(house.ports, anna, conversation!, 'close')
    house.pass(1000)
    const { conversation: second } = await say(house, address.id, 'And another mug')
    const { hits, more } = await searchOwn(house.ports, address.id, '  MUG ')
    expect(hits).toMatchObject([
      { conversation: second, seq: 1, from: 'visitor', text: 'And another mug', found: [12, 15] },
      { conversation, seq: 2, from: 'agent', text: 'The Mug is.' },
      { conversation, seq: 1, from: 'visitor' }
    ])
    expect(more).toBe(false)
    expect((await searchOwn(house.ports, address.id, 'bowl')).hits).toEqual([])
  })

  it('never finds what the visitor may not see, what was taken back, or what others said', async () => {
    const house = await openHouse()
    const { code, address, conversation } = await askOnTheSite(house)
    const { id } = await reply(house.ports, anna, conversation, { cid: 'r', text: 'Secret price' })
    await editMessage(house.ports, anna, conversation, { message: id, remove: true })
    await house.text('wa', PHONE, `#${code}`)
    await house.text('wa', PHONE, 'A secret for the phone')
    const other = await house.visit()
    await say(house, other.address.id, 'My own secret')
    expect((await searchOwn(house.ports, address, 'secret')).hits).toEqual([])
    await house.text('wa', PHONE, 'YES')
    const { hits } = await searchOwn(house.ports, other.address.id, 'secret')
    expect(hits).toMatchObject([{ text: 'My own secret' }])
  })

  it('gives the newest thirty, and says that there are more', async () => {
    const house = await openHouse()
    const { address } = await house.visit()
    for (let n = 0; n < 31; n++) await say(house, address.id, `mug ${n}`)
    const { hits, more } = await searchOwn(house.ports, address.id, 'mug')
    expect([hits.length, hits[0]!.text, more]).toEqual([30, 'mug 30', true])
  })

  it('is not asked for without words, nor more than thirty times a minute', async () => {
    const house = await openHouse()
    const { address } = await house.visit()
    const search = (q: string) => searchOwn(house.ports, address.id, q)
    await expect(search('  ')).rejects.toMatchObject({ code: 'invalid', path: 'q' })
    for (let n = 0; n < 30; n++) await search('mug')
    await expect(search('mug')).rejects.toMatchObject({ code: 'too_many' })
    house.pass(61_000)
    expect((await search('mug')).hits).toEqual([])
  })
})
