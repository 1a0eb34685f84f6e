import { expect, it } from 'vitest'
import { readEvents } from '../../../relay/src/core/events/read-events.ts'
import { recordEvents } from '../../../relay/src/core/events/record-events.ts'
import { tidy } from '../../../relay/src/core/tidy.ts'
import { anna, type House, openHouse } from '../../doubles/house.ts'

const DAY = 24 * 3_600_000

const track = ({ ports }: House, address: string, names: string[]) =>
  recordEvents(ports, ports.sites.get('shop')!, {
    events: names.map(event => ({ type: 'track', messageId: event, event })),
    address,
    receivedAt: ports.now()
  })

it('events older than the site keeps are forgotten with the next tidying, however many they are', async () => {
  const house = await openHouse({ keepEventsMs: 30 * DAY })
  const { address } = await house.visit()
  const person = (await house.ports.store.currentLink(address.id))!.person
  await track(
    house,
    address.id,
    Array.from({ length: 450 }, (_, n) => `old ${n}`)
  )
  house.pass(20 * DAY)
  await track(house, address.id, ['young'])
  await tidy(house.ports)
  expect((await house.ports.store.events([person], { limit: 500 })).items).toHaveLength(451)

  house.pass(11 * DAY)
  await tidy(house.ports)
  const { items } = await readEvents(house.ports, anna, person)
  expect(items.map(({ name }) => name)).toEqual(['young'])
})
