import { describe, expect, it } from 'vitest'
import { keepFile } from '../../../relay/src/core/files/keep-file.ts'
import { removeOrphans } from '../../../relay/src/core/files/remove-orphans.ts'
import { editMessage } from '../../../relay/src/core/message/edit-message.ts'
import { receiveFromVisitor } from '../../../relay/src/core/message/receive-from-visitor.ts'
import { reply } from '../../../relay/src/core/message/reply.ts'
import { anna, type House, openHouse } from '../../doubles/house.ts'
import { readAll } from '../store/files/contract.ts'
import { HOUR, linked } from './answering.ts'

async function* one(bytes: Uint8Array) {
  yield bytes
}

const bring = (house: House, owner: string | null, { size = 3, mime = 'image/gif' } = {}) =>
  keepFile(house.ports, {
    ...{ site: 'shop', name: 'mug.png', mime, owner },
    bytes: one(new Uint8Array(size)),
    allowance: { count: 3, bytes: 100 }
  })

const send = (house: House, address: string, cid: string, files: string[], text = '') =>
  receiveFromVisitor(house.ports, address, { cid, text, files })

describe('a visitor’s files', () => {
  it('go out with one text, in order, and the same message twice is one', async () => {
    const house = await openHouse()
    const { address } = await house.visit()
    const files = [(await bring(house, address.id)).id, (await bring(house, address.id)).id]
    const sent = await send(house, address.id, 'c1', files, 'Broken')
    expect(sent.body).toMatchObject({ text: 'Broken', files: files.map(id => ({ id, size: 3 })) })
    expect(await send(house, address.id, 'c1', files, 'Broken')).toEqual(sent)
    expect(await house.ports.store.file(files[0]!)).toMatchObject({ message: Object(sent.body).id })
  })

  it('need no text, and a message without both is none', async () => {
    const house = await openHouse()
    const { address } = await house.visit()
    const { id } = await bring(house, address.id)
    await send(house, address.id, 'c1', [id])
    await expect(send(house, address.id, 'c2', [], ' ')).rejects.toMatchObject({ code: 'invalid' })
  })

  it('are sent by nobody else, nor by their owner a second time', async () => {
    const house = await openHouse()
    const { address, conversation } = await house.visit()
    const { address: other, conversation: others } = await house.visit()
    const { id } = await bring(house, address.id)
    const refused = { code: 'invalid', path: 'files/0' }
    await expect(send(house, other.id, 'c1', [id])).rejects.toMatchObject(refused)
    const byAgent = reply(house.ports, anna, others!, { cid: 'r1', text: '', files: [id] })
    await expect(byAgent).rejects.toMatchObject(refused)
    await send(house, address.id, 'c1', [id])
    await expect(send(house, address.id, 'c2', [id])).rejects.toMatchObject(refused)
    await expect(send(house, address.id, 'c3', ['no-such-file'])).rejects.toMatchObject(refused)
    expect(await house.sees({ agent: anna, conversation: conversation! })).toHaveLength(1)
  })

  it('are limited by the hour, in number and in bytes, and what is refused is not kept', async () => {
    const house = await openHouse()
    const { address } = await house.visit()
    await bring(house, address.id, { size: 60 })
    const refused = { code: 'too_many' }
    await expect(bring(house, address.id, { size: 60 })).rejects.toMatchObject(refused)
    await bring(house, address.id)
    await bring(house, address.id)
    await expect(bring(house, address.id)).rejects.toMatchObject(refused)
    house.pass(HOUR + 1)
    await bring(house, address.id)
    await expect(bring(house, address.id, { size: 0 })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('are removed a day after nobody has sent them, and nothing else is', async () => {
    const house = await openHouse()
    const { address } = await house.visit()
    const { ports } = house
    const [sent, unsent, agents] = [
      await bring(house, address.id),
      await bring(house, address.id),
      await bring(house, null)
    ]
    await send(house, address.id, 'c1', [sent.id])
    house.pass(23 * HOUR)
    const young = await bring(house, address.id)
    house.pass(2 * HOUR)
    await removeOrphans(ports)
    const there = async (id: string) => [
      (await ports.store.file(id)) !== undefined,
      (await readAll(ports.files, id)) !== undefined
    ]
    expect(await there(sent.id)).toEqual([true, true])
    expect(await there(young.id)).toEqual([true, true])
    expect(await there(unsent.id)).toEqual([false, false])
    expect(await there(agents.id)).toEqual([false, false])
  })

  it('go with an agent’s message that was taken back', async () => {
    const house = await openHouse()
    const { conversation } = await house.visit()
    const { ports } = house
    const { id } = await bring(house, null)
    const asked = { cid: 'r1', text: 'See', files: [id] }
    const { id: message } = await reply(ports, anna, conversation!, asked)
    await editMessage(ports, anna, conversation!, { message, remove: true })
    house.pass(25 * HOUR)
    await removeOrphans(ports)
    expect(await readAll(ports.files, id)).toBeUndefined()
  })

  it('that are being removed cannot be sent any more, and the next round ends what one began', async () => {
    const house = await openHouse()
    const { address } = await house.visit()
    const { id } = await bring(house, address.id)
    house.pass(25 * HOUR)
    const { ports } = house
    const broken = { ...ports.files, delete: () => Promise.reject(new Error('down')) }
    await expect(removeOrphans({ ...ports, files: broken })).rejects.toThrow('down')
    await expect(send(house, address.id, 'c1', [id])).rejects.toMatchObject({ code: 'invalid' })
    await removeOrphans(ports)
    expect(await ports.store.file(id)).toBeUndefined()
  })
})

describe('an agent’s files', () => {
  it('travel as media on WhatsApp, and as signed links by SMS', async () => {
    for (const [account, files, text] of [
      ['wa', 1, 'Here it is'],
      ['sms', 0, /^Here it is\nmug\.png: https:\/\/relay\.example\/v1\/files\//]
    ] as const) {
      const house = await openHouse()
      const { conversation } = await linked(house, account)
      await house.flush()
      const { id } = await bring(house, null)
      await reply(house.ports, anna, conversation, { cid: 'r1', text: 'Here it is', files: [id] })
      const [sent] = await house.flush()
      expect(sent?.files).toHaveLength(files)
      if (typeof text === 'string') expect(sent?.text).toBe(text)
      else expect(sent?.text).toMatch(text)
    }
  })
})
