import { describe, expect, it } from 'vitest'
import type { PhoneMessage } from '../../../relay/src/core/phone/arrival.ts'
import { receiveFromNetwork } from '../../../relay/src/core/phone/receive-from-network.ts'
import { anna, openHouse } from '../../doubles/house.ts'
import { cameraNotes, notedJpeg, SECRET } from '../../doubles/noted-pictures.ts'
import { jpegOf } from '../../doubles/pictures.ts'
import { readAll } from '../store/files/contract.ts'
import { currentLink, PHONE } from './asking.ts'

describe('order of arrival', () => {
  it('does not matter for the same batch twice, in another order', async () => {
    const house = await openHouse()
    const message = (providerId: string, text: string): PhoneMessage => ({
      type: 'message',
      providerId,
      from: [PHONE],
      text,
      files: [],
      at: house.ports.now()
    })
    const account = house.ports.accounts.get('wa')!
    await receiveFromNetwork(house.ports, account, [message('a', 'one'), message('b', 'two')])
    await receiveFromNetwork(house.ports, account, [message('b', 'two'), message('a', 'one')])
    const { conversation } = await currentLink(house, 'wa', PHONE)
    const seen = await house.sees({ agent: anna, conversation })
    expect(seen.filter(line => line.startsWith('visitor'))).toEqual([
      'visitor whatsapp: one',
      'visitor whatsapp: two'
    ])
  })
})

describe('a photo from a phone', () => {
  it('is kept without the place it was taken at, and is as long as it says', async () => {
    const house = await openHouse()
    const account = house.ports.accounts.get('wa')!
    const photo = notedJpeg(jpegOf(4, 3), cameraNotes(6))
    const channel = { ...account.channel, fetchFile: async () => ({ bytes: photo, mime: '' }) }
    await receiveFromNetwork(house.ports, { ...account, channel }, [
      {
        ...{ type: 'message', providerId: 'p', from: [PHONE], text: '', at: house.ports.now() },
        files: [{ ref: 'r', name: 'home.jpg', mime: 'image/jpeg' }]
      }
    ])
    const { conversation } = await currentLink(house, 'wa', PHONE)
    const entries = await house.ports.store.entries(conversation, { after: 0, limit: 9 })
    const [file] = entries.flatMap(({ body }) =>
      body.type === 'message' ? (body.files ?? []) : []
    )
    const bytes = (await readAll(house.ports.files, file!.id))!
    expect(bytes.byteLength).toBe(file!.size)
    expect(Buffer.from(bytes).includes(SECRET)).toBe(false)
    expect(Buffer.from(bytes).includes('Exif')).toBe(true)
  })
})
