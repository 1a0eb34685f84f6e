import { describe, expect, it } from 'vitest'
import { DEMO } from '../../demo/demo-config.ts'
import { findBarriers } from '../doubles/axe.ts'
import { answer, MAJA, openConversation, openPage, PHONE_SIZE, say } from './town.ts'
import { useTown } from './use-town.ts'

const town = useTown()

const address = () => `${town().relay.url}/chat/${DEMO.siteKey}`

describe('the chat as a page of its own', { timeout: 90_000 }, () => {
  it('talks with the inbox, goes to the phone, and is where the link back leads', async () => {
    const page = await openPage(town().browser, address())
    const wrong: string[] = []
    page.on('console', message => {
      if (message.type() === 'error') wrong.push(message.text())
    })
    expect(await page.title()).toBe('Norrsken')
    await page.getByRole('region', { name: 'Chat with Norrsken' }).waitFor()
    await say(page, 'Is anybody there?')
    const inbox = await town().openInbox()
    await openConversation(inbox, 'Is anybody there?')
    await answer(inbox, 'Always.')
    await page.getByRole('log').getByText('Always.').waitFor()

    await page.getByRole('button', { name: 'Continue on your phone' }).click()
    await page.getByRole('button', { name: /WhatsApp/ }).click()
    const link = page.locator('a[href^="https://wa.me/"]').first()
    const draft = new URL((await link.getAttribute('href'))!).searchParams.get('text')!
    town().networks.phone.write(MAJA, 'whatsapp', { text: draft })
    await page
      .getByText(/The chat goes on in WhatsApp/)
      .first()
      .waitFor()
    town().networks.phone.write(MAJA, 'whatsapp', { text: 'LINK' })
    await expect.poll(() => town().onPhone('whatsapp').at(-1)?.text).toMatch(/#segue=/)
    const [back] = /http\S+/.exec(town().onPhone('whatsapp').at(-1)!.text)!
    expect(back).toContain(`${address()}#segue=`)

    const other = await openPage(town().browser, back, PHONE_SIZE)
    await other.getByRole('log').getByText('Always.').waitFor()
    expect(other.url()).toBe(address())
    expect(wrong).toEqual([])
  })

  it.each([
    ['a desktop', {}],
    ['a desktop in the dark', { colorScheme: 'dark' }],
    ['a phone', PHONE_SIZE],
    ['a small phone', { ...PHONE_SIZE, viewport: { width: 320, height: 568 } }],
    ['a phone from right to left', { ...PHONE_SIZE, locale: 'ar' }]
  ] as const)('is whole on %s, and for everybody', async (_, options) => {
    const page = await openPage(town().browser, address(), { reducedMotion: 'reduce', ...options })
    await page.locator('segue-widget h2', { hasText: 'Norrsken' }).waitFor()
    await page.locator('segue-widget .welcome').waitFor()
    expect(await findBarriers(page)).toEqual([])
    const { width, height } = page.viewportSize()!
    const panel = (await page.locator('segue-widget .panel').boundingBox())!
    expect([panel.y, panel.height]).toEqual([0, height])
    expect(panel.width).toBe(Math.min(width, 720))
    const { scrollWidth, focused } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      focused: document.activeElement?.tagName
    }))
    expect([scrollWidth, focused]).toEqual([width, 'BODY'])
  })
})
