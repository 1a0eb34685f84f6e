import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findBarriers } from '../doubles/axe.ts'
import { openChromium } from '../doubles/chromium.ts'
import { buildInbox, enter, type OpenInbox, openInbox } from './open-inbox.ts'

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 }
]

let browser: Browser
let built: Awaited<ReturnType<typeof buildInbox>>

beforeAll(async () => {
  const [opened, folder] = await Promise.all([openChromium(), buildInbox()])
  browser = opened
  built = folder
})

afterAll(async () => {
  await browser.close()
  await built.remove()
})

/** Everything an agent may have on the screen. */
const views: [name: string, show: (inbox: OpenInbox) => Promise<void>][] = [
  [
    'the door, with a problem',
    async ({ api, page }) => {
      await page.goto(`${api.url}/inbox/`)
      await page.getByLabel('Agent token').fill('wrong')
      await page.keyboard.press('Enter')
      await page.getByText('not known here').waitFor()
    }
  ],
  ['the list', inbox => enter(inbox)],
  ['a thread', inbox => enter(inbox, 'ulla')],
  [
    'what is known of a person',
    async inbox => {
      await enter(inbox, 'ulla')
      await inbox.page.evaluate(() => {
        location.hash = '#/c/ulla/about'
      })
      await inbox.page.getByText('ulla@example.com').waitFor()
    }
  ],
  [
    'a reply with files that cannot go out',
    async inbox => {
      const { api, page } = inbox
      await enter(inbox, 'ulla')
      api.is.refusing = ({ path }) => (path.endsWith('/messages') ? 422 : undefined)
      await page.getByLabel('Your reply').fill('This is refused')
      await page.keyboard.press('Enter')
      await page.locator('.trouble.is-refused').waitFor()
      const buffer = Buffer.from('a document')
      await page.setInputFiles('.attach input', {
        name: 'guarantee.pdf',
        mimeType: 'application/pdf',
        buffer
      })
      await page.getByText('guarantee.pdf', { exact: true }).waitFor()
    }
  ],
  ...['?', 'h'].map((key): (typeof views)[number] => [
    `the sheet behind ${key}`,
    async inbox => {
      await enter(inbox, 'ulla')
      await inbox.page.keyboard.press(key)
      await inbox.page.getByRole('dialog').waitFor()
    }
  ]),
  [
    'a code to hand on',
    async inbox => {
      await enter(inbox, 'ulla')
      await inbox.page.keyboard.press('h')
      await inbox.page.getByRole('button', { name: 'Make a code' }).click()
      await inbox.page.getByText('Waiting for their message…').waitFor()
    }
  ]
]

it.each(views)('axe finds nothing in %s: large and small, light and dark', async (_, show) => {
  const inbox = await openInbox(browser, { folder: built.folder, reducedMotion: 'reduce' })
  const { page, wrongs } = inbox
  await page.setViewportSize(SIZES[0]!)
  await show(inbox)
  for (const size of SIZES) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await findBarriers(page), `${size.width} ${colorScheme}`).toEqual([])
    }
  }
  expect(wrongs).toEqual([])
  await inbox.close()
})
