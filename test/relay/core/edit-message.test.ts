import { describe, expect, it } from 'vitest'
import { editMessage } from '../../../relay/src/core/message/edit-message.ts'
import { anna, openHouse, stranger } from '../../doubles/house.ts'
import { linked, say } from './answering.ts'

async function answered(...accounts: string[]) {
  const house = await openHouse()
  const { address, conversation } = await linked(house, ...accounts)
  const { id: message } = await say(house, conversation, { text: 'It costs 10' })
  const edit = (change: { text: string } | { remove: true }, id = message) =>
    editMessage(house.ports, anna, conversation, { message: id, ...change })
  const seen = (by: object) => house.sees(by as Parameters<typeof house.sees>[0])
  return { house, address, conversation, message, edit, seen }
}

describe('a message of the company', () => {
  it('is changed for everybody, in its place and as an entry of its own', async () => {
    const { address, conversation, edit, seen } = await answered()
    await edit({ text: ' It costs 12 ' })
    for (const reader of [{ address }, { agent: anna, conversation }]) {
      const lines = await seen(reader)
      expect(lines).toContain('agent web: It costs 12')
      expect(lines.at(-1)).toBe('edited: It costs 12')
      expect(lines.join()).not.toContain('10')
    }
  })

  it('is taken back: nothing of it is kept but its place', async () => {
    const { house, address, conversation, message, edit, seen } = await answered()
    await edit({ remove: true })
    expect((await seen({ address })).slice(-2)).toEqual(['agent web: ', 'removed'])
    const kept = await house.ports.store.message(conversation, message)
    expect(kept?.body).toMatchObject({ text: '', removed: true })
  })

  it('changes once when it is told twice', async () => {
    const { conversation, edit, seen } = await answered()
    await edit({ text: 'It costs 12' })
    await edit({ text: 'It costs 12' })
    await edit({ remove: true })
    await edit({ remove: true })
    const lines = await seen({ agent: anna, conversation })
    expect(lines.filter(line => /^(edited|removed)/.test(line))).toEqual([
      'edited: It costs 12',
      'removed'
    ])
    await expect(edit({ text: 'Back again' })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('stays as it is once it has gone to a phone', async () => {
    const { edit } = await answered('wa')
    await expect(edit({ text: 'It costs 12' })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is not changed into nothing', async () => {
    const { edit } = await answered()
    await expect(edit({ text: '  ' })).rejects.toMatchObject({ code: 'invalid', path: 'text' })
  })

  it('is the company’s alone to change, and only this site’s agents', async () => {
    const { house, conversation, message, edit } = await answered()
    const [theirs] = await house.ports.store.entries(conversation, { limit: 1 })
    const visitors = theirs?.body.type === 'message' ? theirs.body.id : ''
    await expect(edit({ text: 'x' }, visitors)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(edit({ text: 'x' }, 'nothing')).rejects.toMatchObject({ code: 'not_found' })
    const asStranger = editMessage(house.ports, stranger, conversation, { message, text: 'x' })
    await expect(asStranger).rejects.toMatchObject({ code: 'not_found' })
  })
})
