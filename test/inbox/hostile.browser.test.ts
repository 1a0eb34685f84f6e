import { expect, it } from 'vitest'
import { findDamage, guard, sizeOfLog, WHOLE } from '../doubles/damage.ts'
import { ATTACKS, FILE_NAMES, NAMES } from '../doubles/hostile-content.ts'
import { enter, useInbox } from './open-inbox.ts'

const inbox = useInbox()

const WEB = { account: 'web', network: 'web' }
const PDF = { mime: 'application/pdf', size: 1000 }

/** People, colleagues, carts, traits and files, all called something nasty. */
function fillWith(names: readonly string[]): string[] {
  const { desk } = inbox().api
  return names.map((name, i) => {
    const id = `bad-${i}`
    desk.begin(id, { name, person: `p-${id}` })
    desk.say(id, `Hello from ${name}`)
    const said = { type: 'message', from: 'agent', on: WEB, name, text: `*${name}*` } as const
    const files = FILE_NAMES.slice(i % 6, (i % 6) + 6).map((name, n) => ({
      ...{ id: `f${i}-${n}`, name, url: `https://relay.test/${n}` },
      ...PDF
    }))
    desk.append(id, { ...said, id: `m${i}`, files })
    const buttons = [{ id: 'a', title: name }]
    desk.append(id, { ...said, id: `n${i}`, from: 'bot', buttons })
    desk.append(id, { type: 'state', state: 'open', agent: { id: 'x', name } })
    desk.append(id, {
      ...{ type: 'link', id: `l${i}`, on: { account: 'wa', network: 'whatsapp' } },
      ...{ status: 'linked', proof: 'code', display: name }
    } as const)
    Object.assign(desk.people.get(`p-${id}`)!, { name, traits: { name, [name]: name } })
    const products = [{ name, quantity: 1, price: 10, image_url: name, url: name }]
    desk.track(`p-${id}`, {
      ...{ id: `e${i}`, type: 'track', name: 'Cart Viewed', at: Date.now() },
      ...{
        properties: { products, [name]: name },
        page: { url: 'https://shop.example/', title: name }
      }
    } as never)
    return id
  })
}

it('shows hostile names of people, agents, files and wares as text, wherever they stand', {
  timeout: 60_000
}, async () => {
  const { page } = inbox()
  const wrongs: string[] = []
  guard(page, wrongs)
  const names = [...NAMES, ...ATTACKS.slice(0, 4), 'x'.repeat(10_000)]
  const ids = fillWith(names)
  await enter(inbox())
  for (const [i, id] of ids.entries()) {
    await page.evaluate(hash => (location.hash = hash), `#/c/${id}`)
    await page.getByRole('log').getByText('Hello from').first().waitFor()
    await page.locator(`[data-message="n${i}"]`).waitFor()
    const heading = page.locator('.thread-head h2, .thread-head h1').first()
    await expect.poll(() => heading.textContent()).toBe(names[i])
    expect(await findDamage(page), names[i]!.slice(0, 40)).toEqual(WHOLE)
    expect(await sizeOfLog(page)).toBe(0)
  }
  expect(await page.locator('[data-item]').count()).toBeGreaterThanOrEqual(ids.length)
  expect(wrongs).toEqual([])
})
