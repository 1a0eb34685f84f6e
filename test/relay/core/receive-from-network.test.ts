import { describe, expect, it } from 'vitest'
import type { PhoneMessage } from '../../../relay/src/core/phone/arrival.ts'
import { receiveFromNetwork } from '../../../relay/src/core/phone/receive-from-network.ts'
import { anna, openHouse } from '../../doubles/house.ts'
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
