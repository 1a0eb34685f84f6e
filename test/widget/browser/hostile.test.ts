import type { MessageContent } from '@segue/sdk'
import { describe, expect, it } from 'vitest'
import { findDamage, guard, sizeOfLog, WHOLE } from '../../doubles/damage.ts'
import { linked, offered, said, stateOf } from '../../doubles/entries.ts'
import { ATTACKS, FILE_NAMES, NAMES, SHAPES } from '../../doubles/hostile-content.ts'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import { launcherOf } from '../../doubles/widget-pages.ts'

const pages = useWidgetPages()

const NARROW = { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true }

/** A relay keeps limits. The widget does not trust in that. */
const LONG = 'x'.repeat(100_000)

const file = (name: string, i: number) => ({
  ...{ id: `f${i}`, name, mime: 'application/pdf', size: 1000 },
  url: `https://relay.test/${i}`
})

const cardsOf = (name: string): MessageContent => ({
  kind: 'cards',
  cards: [{ title: name, text: name, buttons: [{ id: 'a', title: name.slice(0, 20) || 'x' }] }]
})
const formOf = (name: string): MessageContent => ({
  kind: 'form',
  submit: name,
  fields: [
    { id: 'a', label: name, type: 'text' },
    { id: 'b', label: name, type: 'choice', choices: [name, 'Other'] }
  ]
})

describe('a hostile name', { timeout: 60_000 }, () => {
  it.each([...NAMES, LONG.slice(0, 10_000)])(
    'of a brand, an agent, a network, a choice and a phone is text: %#',
    async name => {
      const relay = pages.relay()
      const wrongs: string[] = []
      relay.tell({ look: { name, greeting: name, questions: [name.slice(0, 200)] } })
      const page = await pages.open({ ...NARROW, before: async page => guard(page, wrongs) })
      await launcherOf(page).click()
      await page.locator('segue-widget .greeting').waitFor()
      expect(await page.locator('segue-widget h2').textContent()).toBe(name)
      expect(await findDamage(page)).toEqual(WHOLE)

      relay.append(
        said('agent', 'Hello', { name }),
        stateOf('open', name),
        linked('l1', { display: name, on: { account: 'x', network: name } }),
        offered('h1'),
        said('agent', '', { name, content: cardsOf(name) }),
        said('agent', '', { name, content: formOf(name) }),
        said('agent', 'last', { name, buttons: [{ id: 'b', title: name }] })
      )
      await page.locator('segue-widget form.form').waitFor()
      // It shows for six seconds: not before the rest has been fetched.
      relay.publish({ type: 'typing', name })
      await page.locator('segue-widget .typing').waitFor()
      expect(await page.locator('segue-widget .author bdi').first().textContent()).toBe(name)
      expect(await findDamage(page)).toEqual(WHOLE)
      expect(await sizeOfLog(page)).toBe(0)
      // The way out of it is where it always is.
      const close = page.locator('segue-widget header .plain').last()
      const { x, y, width } = (await close.boundingBox())!
      expect([x >= 0, y >= 0, x + width <= 320]).toEqual([true, true, true])
      expect(wrongs).toEqual([])
    }
  )
})

describe('hostile file names and words', { timeout: 60_000 }, () => {
  it('are text beside a message, and above the composer', async () => {
    const relay = pages.relay()
    const wrongs: string[] = []
    relay.tell({ files: { maxBytes: 10_000, kinds: ['image/png'] } })
    const page = await pages.open({ ...NARROW, before: async page => guard(page, wrongs) })
    await launcherOf(page).click()
    await page.locator('input[type=file][accept="image/png"]').waitFor({ state: 'attached' })
    const names = [...FILE_NAMES, ...NAMES]
    for (let at = 0; at < names.length; at += 10) {
      relay.append(said('agent', '', { files: names.slice(at, at + 10).map(file) }))
    }
    await expect.poll(() => page.locator('segue-widget a.file').count()).toBe(names.length)
    const shown = await page.locator('segue-widget a.file bdi').allTextContents()
    expect(shown).toEqual(names)

    await page.locator('segue-widget input[type=file]').evaluate(
      (input, names) => {
        const data = new DataTransfer()
        for (const name of names) data.items.add(new File(['x'], name, { type: 'image/png' }))
        ;(input as HTMLInputElement).files = data.files
        input.dispatchEvent(new Event('change', { bubbles: true }))
      },
      FILE_NAMES.slice(0, 10)
    )
    await expect.poll(() => page.locator('segue-widget .tray .name').count()).toBe(10)
    expect(await findDamage(page)).toEqual(WHOLE)
    expect(await sizeOfLog(page)).toBe(0)
    expect(wrongs).toEqual([])
  })

  it('of 100 KB without a space, and every attack marked up, are text', async () => {
    const relay = pages.relay()
    const wrongs: string[] = []
    const page = await pages.open({ ...NARROW, before: async page => guard(page, wrongs) })
    await launcherOf(page).click()
    const marked = [...ATTACKS, ...SHAPES].flatMap(text => [
      `*${text}*`,
      `- ${text}`,
      `> ${text}`,
      `\`\`\`\n${text}\n\`\`\``
    ])
    const texts = [LONG, `https://evil.test/${LONG}`, `\`${LONG}\``, ...marked]
    // So many at a time as are drawn.
    for (let at = 0; at < texts.length; at += 20) {
      relay.append(...texts.slice(at, at + 20).map(text => said('agent', text)))
      relay.append(said('agent', `end of ${at}`))
      await page.getByText(`end of ${at}`).first().waitFor({ state: 'attached' })
      expect(await findDamage(page)).toEqual(WHOLE)
      expect(await sizeOfLog(page)).toBe(0)
    }
    expect(wrongs).toEqual([])
  })
})
