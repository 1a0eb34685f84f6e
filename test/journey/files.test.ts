import { mkdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { findBarriers } from '../doubles/axe.ts'
import { DOT, pngOf } from '../doubles/pictures.ts'
import { openChat, openConversation, PHONE_SIZE, say, waitUntilSent } from './town.ts'
import { useTown } from './use-town.ts'

const town = useTown()

const PDF = { name: 'Receipt.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 …') }
const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: DOT })

const input = (page: Page) => page.locator('segue-widget input[type=file]')
const items = (page: Page) => page.locator('.tray li')
const sendButton = (page: Page) => page.getByRole('button', { name: 'Send', exact: true })
const problem = (page: Page) => page.locator('.tray [role=alert]')

/** A look at it, where somebody has asked for one. */
async function look(page: Page, name: string): Promise<void> {
  const dir = process.env.SEGUE_SHOTS
  if (!dir) return
  mkdirSync(dir, { recursive: true })
  await page.screenshot({ path: `${dir}/${name}.png` })
}

async function visit(options?: object): Promise<Page> {
  const shop = await town().openShop('mug.html', options)
  await openChat(shop)
  // The button is there for good once the relay has said what it takes.
  await shop.waitForFunction(
    () =>
      document
        .querySelector('segue-widget')
        ?.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]')?.accept
  )
  return shop
}

/** Gives files to the page as a hand would: by pasting, or by dropping them on the panel. */
const give = (page: Page, how: 'paste' | 'drop', name: string) =>
  page.evaluate(
    ([how, name, bytes]) => {
      const root = document.querySelector('segue-widget')!.shadowRoot!
      const data = new DataTransfer()
      const content = Uint8Array.from(bytes as number[])
      data.items.add(new File([content], name as string, { type: 'image/png' }))
      const options = { bubbles: true, cancelable: true, composed: true }
      if (how === 'paste') {
        const event = new ClipboardEvent('paste', { ...options, clipboardData: data })
        return root.querySelector('textarea')!.dispatchEvent(event)
      }
      const panel = root.querySelector('#segue-panel')!
      const drag = (type: string) =>
        panel.dispatchEvent(new DragEvent(type, { ...options, dataTransfer: data }))
      drag('dragenter')
      drag('dragover')
      return drag('drop')
    },
    [how, name, [...DOT]] as const
  )

describe('files of a visitor', () => {
  it('go out several with one text, and are there for both sides', {
    timeout: 60_000
  }, async () => {
    const shop = await visit()
    await input(shop).setInputFiles([picture('Broken mug.png'), PDF])
    await expect.poll(() => items(shop).count()).toBe(2)
    await shop.getByRole('textbox', { name: 'Write a message' }).fill('It came like this')
    await expect.poll(() => items(shop).locator('.size').count()).toBe(2)
    await look(shop, 'tray')
    await sendButton(shop).click()
    await shop.getByRole('log').getByText('It came like this').waitFor()
    await expect.poll(() => items(shop).count()).toBe(0)
    const shown = shop.locator('.own .picture img')
    await expect
      .poll(() => shown.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth))
      .toBe(1)
    await shop.locator('.own').getByText('Receipt.pdf').waitFor()
    await look(shop, 'sent')

    const inbox = await town().openInbox()
    await openConversation(inbox, 'It came like this')
    await inbox.getByRole('log').getByText('Receipt.pdf').first().waitFor()
  })

  it('come by paste and by drop as well, and need no text', { timeout: 60_000 }, async () => {
    const shop = await visit()
    expect(await give(shop, 'paste', 'pasted.png')).toBe(false)
    expect(await give(shop, 'drop', 'dropped.png')).toBe(false)
    await expect.poll(() => items(shop).locator('.size').count()).toBe(2)
    await shop.getByRole('textbox', { name: 'Write a message' }).press('Enter')
    await expect.poll(() => shop.locator('.own .picture').count()).toBe(2)
  })

  it('show how far they are, can be called off, and hold the message back', {
    timeout: 60_000
  }, async () => {
    const shop = await visit()
    let letGo = () => {}
    const held = new Promise<void>(resolve => {
      letGo = resolve
    })
    await shop.route('**/v1/files?*', async route => {
      await held
      await route.continue().catch(() => {})
    })
    await input(shop).setInputFiles([picture('one.png'), picture('two.png')])
    await expect.poll(() => shop.getByRole('progressbar').count()).toBe(2)
    await look(shop, 'uploading')
    await shop.getByRole('textbox', { name: 'Write a message' }).fill('Here it is')
    await sendButton(shop).click()
    expect(await shop.locator('.own').count()).toBe(0)
    await shop.getByRole('button', { name: 'Remove one.png' }).click()
    await expect.poll(() => items(shop).count()).toBe(1)
    letGo()
    await shop.getByRole('log').getByText('Here it is').waitFor()
    await expect.poll(() => shop.locator('.own .picture').count()).toBe(1)
    expect(await shop.getByRole('textbox', { name: 'Write a message' }).inputValue()).toBe('')
  })

  it('that are too large, or of a kind that is not taken, are refused in words that are announced', {
    timeout: 60_000
  }, async () => {
    const shop = await visit()
    // From a folder: as much by the browser's driver takes seconds.
    const dir = await mkdtemp(join(tmpdir(), 'segue-large-'))
    onTestFinished(() => rm(dir, { recursive: true }))
    await writeFile(join(dir, 'large.png'), pngOf(9, 9, 17_000_000))
    await input(shop).setInputFiles([join(dir, 'large.png')])
    await problem(shop).getByText('large.png is too large. At most 16.8 MB fits.').waitFor()
    await look(shop, 'too-large')
    const program = { name: 'setup.exe', mimeType: '', buffer: Buffer.from('MZ\x90\0') }
    await input(shop).setInputFiles([program])
    await problem(shop).getByText('setup.exe is of a kind we cannot take.').waitFor()
    // Called a picture, and none: only the relay can tell.
    await input(shop).setInputFiles([{ ...picture('page.png'), buffer: Buffer.from('<html>') }])
    await problem(shop).getByText('page.png is of a kind we cannot take.').waitFor()
    await input(shop).setInputFiles(Array.from({ length: 11 }, (_, n) => picture(`${n}.png`)))
    await problem(shop).getByText('At most ten files fit in one message.').waitFor()
    await expect.poll(() => items(shop).count()).toBe(10)
    await look(shop, 'ten')
  })

  it('that did not come through are tried again by a click', { timeout: 60_000 }, async () => {
    const shop = await visit()
    await shop.route('**/v1/files?*', route => route.abort(), { times: 1 })
    await input(shop).setInputFiles([picture('mug.png')])
    await problem(shop).getByText('mug.png did not come through.').waitFor()
    await look(shop, 'failed')
    await items(shop).getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => items(shop).locator('.size').count()).toBe(1)
    await sendButton(shop).click()
    await shop.locator('.own .picture').waitFor()
  })

  it('survive a message that does not get out, and a reload', { timeout: 60_000 }, async () => {
    const shop = await visit()
    await say(shop, 'Hello')
    await waitUntilSent(shop, 'Hello')
    await input(shop).setInputFiles([picture('mug.png')])
    await expect.poll(() => items(shop).locator('.size').count()).toBe(1)
    await town().relay.kill()
    await sendButton(shop).click()
    await shop.locator('.own').getByText('mug.png').waitFor()
    await look(shop, 'waiting')
    const { address } = { address: shop.url() }
    await town().relay.start()
    await shop.goto(address)
    await openChatAgain(shop)
    await shop.locator('.own .picture').waitFor()
    expect(await shop.locator('.own .picture').count()).toBe(1)
  })

  it.each(['light', 'dark'] as const)(
    'leave nothing for axe to find, %s',
    {
      timeout: 60_000
    },
    async colorScheme => {
      const shop = await visit({ colorScheme, reducedMotion: 'reduce', ...PHONE_SIZE })
      await shop.route('**/v1/files?*', route => route.abort(), { times: 1 })
      await input(shop).setInputFiles([picture('mug.png')])
      await problem(shop).getByText('did not come through').waitFor()
      await input(shop).setInputFiles([PDF])
      await expect.poll(() => items(shop).locator('.size').count()).toBe(1)
      await look(shop, `phone-${colorScheme}`)
      expect(await findBarriers(shop)).toEqual([])
    }
  )
})

async function openChatAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Open chat/ }).click()
  await page.getByRole('textbox', { name: 'Write a message' }).waitFor()
}
