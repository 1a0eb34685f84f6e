import type { BeforeForm, MessageContent } from '@segue/sdk'
import type { Page } from 'playwright-core'
import { linked, mirrored, said } from './entries.ts'
import { DOT } from './pictures.ts'
import type { ScriptedRelay } from './scripted-relay.ts'
import { launcherOf } from './widget-pages.ts'

const FORM: MessageContent = {
  kind: 'form',
  submit: 'Send it',
  fields: [
    { id: 'name', label: 'Your name', type: 'text', required: true },
    { id: 'size', label: 'Size', type: 'choice', choices: ['Small', 'Large'] },
    { id: 'note', label: 'Anything else', type: 'long' }
  ]
}
const CARDS: MessageContent = {
  kind: 'cards',
  cards: [
    { title: 'Morgon', text: 'A mug.', buttons: [{ id: 'a', title: 'This one' }] },
    { title: 'Afton', buttons: [{ title: 'See it', url: 'https://shop.example/mug' }] }
  ]
}
const MARKED =
  '*Yes*: _see_ https://shop.example/mugs and `K7`\n- one\n- ~two~\n> three\n```\na\nb\n```'

const BEFORE: BeforeForm = {
  required: false,
  fields: [
    { id: 'name', type: 'text', required: true },
    { id: 'size', type: 'choice', label: 'Size', choices: ['Small', 'Large'] },
    {
      id: 'terms',
      type: 'checkbox',
      label: 'I agree to https://shop.example/terms',
      required: true
    }
  ]
}

const inside = (page: Page, selector: string) => page.locator(`segue-widget ${selector}`)

async function write(page: Page, text: string): Promise<void> {
  await inside(page, '.composer textarea').fill(text)
  await inside(page, '.composer textarea').press('Enter')
}

/** What a widget can be like for a visitor, each led to from the one before. In any language. */
export const WIDGET_STATES: Record<string, (page: Page, relay: ScriptedRelay) => Promise<void>> = {
  async closed(page) {
    await launcherOf(page).waitFor()
  },
  async before(page, relay) {
    // Else a browser without a screen forbids them.
    await page.context().grantPermissions(['notifications'])
    relay.tell({
      before: BEFORE,
      files: { maxBytes: 10_000, kinds: ['image/png'] },
      ...{ push: { key: 'BA', worker: '/segue-push.js' }, transcript: true, rating: true }
    })
    await launcherOf(page).click()
    await inside(page, '.before .filled').click()
    await inside(page, '.before .question .problem').first().waitFor()
  },
  async open(page, relay) {
    await inside(page, '.before .acts .text').click()
    await inside(page, '.greeting').waitFor()
    await inside(page, 'input[type=file][accept="image/png"]').waitFor({ state: 'attached' })
    while (!relay.sockets.size) await page.evaluate(() => new Promise(requestAnimationFrame))
  },
  async waiting(page) {
    await write(page, 'Hello, *is it back?*')
    await inside(page, '.own .state.sent').waitFor()
    await inside(page, '.push button').waitFor()
  },
  async talk(page, relay) {
    relay.append(
      said('system', 'We close at six.'),
      said('agent', MARKED, { name: 'Anna' }),
      linked('l1', { on: { account: 'text', network: 'sms' } }),
      mirrored(true),
      said('bot', 'Which one?', { content: CARDS })
    )
    await inside(page, '.bubble pre').waitFor()
    await inside(page, '.linked').waitFor()
  },
  async form(page, relay) {
    relay.append(said('agent', 'Tell us more.', { name: 'Anna', content: FORM }))
    await inside(page, 'form.form').waitFor()
    await inside(page, 'form.form .filled').click()
    await inside(page, 'form.form .problem').waitFor()
  },
  async upload(page) {
    await inside(page, 'input[type=file]').setInputFiles([
      { name: 'mug.png', mimeType: 'image/png', buffer: DOT },
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }
    ])
    await inside(page, '.tray .size').waitFor()
    await inside(page, '.tray .problem:not(:empty)').waitFor()
  },
  async error(page, relay) {
    await inside(page, '.tray li button').click()
    relay.refuse('too_long')
    await write(page, 'Too much to say')
    await inside(page, '.meta.failed').waitFor()
    relay.refuse(undefined)
  },
  async conversations(page) {
    await inside(page, 'header .plain').first().click()
    await inside(page, '.talks li').nth(1).waitFor()
  },
  async search(page) {
    await inside(page, '.talks input').fill('back')
    await inside(page, '.talks mark').waitFor()
  },
  async reading(page) {
    await inside(page, '.talks li button').click()
    await inside(page, '.found').waitFor()
  },
  async handoff(page) {
    await page.keyboard.press('Escape')
    await inside(page, '.talks').waitFor()
    await page.keyboard.press('Escape')
    await inside(page, '.continue').click()
    await inside(page, '.copyable, .choices').first().waitFor()
    const ways = inside(page, '.choices button')
    if (await ways.count()) await ways.first().click()
    await inside(page, '.copyable').first().waitFor()
  },
  async ended(page, relay) {
    await inside(page, 'header .plain').first().click()
    relay.append({ type: 'state', at: Date.now(), state: 'closed' })
    await inside(page, '.rating').waitFor()
    await inside(page, '.rows > .note .text').click()
    await inside(page, '.transcript input').fill('maja@')
  },
  async offline(page, relay) {
    await page.context().setOffline(true)
    for (const socket of relay.sockets) socket.terminate()
    await inside(page, '.connection:not(:empty)').waitFor()
  }
}
