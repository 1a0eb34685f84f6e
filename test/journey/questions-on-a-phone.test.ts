import { beforeAll, describe, expect, it } from 'vitest'
import { DOT } from '../doubles/pictures.ts'
import { COLOURS, cardsWith, type Desk, openDesk } from './desk.ts'
import { MAJA } from './town.ts'
import { useTown } from './use-town.ts'

const town = useTown()
let desk: Desk
let picture: string
beforeAll(async () => {
  desk = openDesk(town())
  picture = await desk.upload(DOT, 'mug.png')
})

describe('what an agent asks on a phone', () => {
  it('is a list on WhatsApp, and what was tapped comes back by name', {
    timeout: 60_000
  }, async () => {
    const { shop, conversation } = await desk.visit()
    await shop.getByRole('button', { name: 'Continue on your phone' }).click()
    await shop.getByRole('button', { name: /WhatsApp/ }).click()
    const link = shop.locator('a[href^="https://wa.me/"]').first()
    const href = new URL((await link.getAttribute('href'))!)
    const draft = href.searchParams.get('text')!
    const { phone } = town().networks
    phone.write(MAJA, 'whatsapp', { text: draft })
    await expect.poll(() => town().onPhone('whatsapp').length).toBeGreaterThan(1)
    await desk.ask(conversation, 'Which colour?', COLOURS)
    await expect
      .poll(() =>
        town()
          .onPhone('whatsapp')
          .at(-1)
          ?.buttons?.map(({ title }) => title)
      )
      .toEqual(COLOURS.replies.map(({ title }) => title))
    await desk.ask(conversation, '', cardsWith(picture))
    await expect
      .poll(
        () =>
          town()
            .onPhone('whatsapp')
            .filter(({ file }) => file).length
      )
      .toBe(2)
    const list = town()
      .onPhone('whatsapp')
      .find(({ buttons }) => buttons?.length === 4)!
    phone.tap(MAJA, 'whatsapp', { bubble: list.id, button: list.buttons![1]!.id })
    await expect
      .poll(async () => {
        const { entries } = await desk.read(conversation)
        return entries.findLast((entry: { answer?: object }) => entry.answer)?.answer.choice
      })
      .toEqual({ id: 'c1', title: 'Moss' })
  })
})
