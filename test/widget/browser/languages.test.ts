import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../widget/src/language.ts'
import { findBarriers } from '../../doubles/axe.ts'
import { linked, mirrored, said } from '../../doubles/entries.ts'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import { launcherOf, panelOf } from '../../doubles/widget-pages.ts'

const pages = useWidgetPages()

const widget = join(import.meta.dirname, '../../../widget/src')
const sheets = readdirSync(widget, { recursive: true, encoding: 'utf8' }).filter(file =>
  file.endsWith('.css')
)

it.each(sheets)('%s says start and end, never left and right', file => {
  const css = readFileSync(join(widget, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const physical =
    /\b(left|right)\b(?!, 0px\))|\b(margin|padding|border)-(top|bottom)\b|(^|[\s;{])(width|height|top|bottom)\s*:/gm
  expect(css.match(physical) ?? []).toEqual([])
})

const HOUR = 3_600_000
const LOOK = { name: 'Norrsken', questions: ['Where is my parcel?'] }
const NARROW = { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true }

const inside = (page: Page) => page.locator('segue-widget .panel')

/** Opens the chat, whatever the language, and waits until it is live. */
async function open(page: Page) {
  await launcherOf(page).click()
  await inside(page).waitFor()
  while (!pages.relay().sockets.size) await page.evaluate(() => new Promise(requestAnimationFrame))
}

/** A closed site, and a thread with everything that has words in it. */
async function fillThread(page: Page) {
  await inside(page).locator('textarea').fill('Hej https://norrsken.example/')
  await inside(page).locator('textarea').press('Enter')
  await page.locator('.own .state.sent').first().waitFor()
  pages
    .relay()
    .append(
      said('agent', 'مرحبًا! Hello 123.', { name: 'Anna' }),
      linked(),
      mirrored(true),
      said('agent', 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter')
    )
  await page.locator('.linked').waitFor()
}

/** What is wider than what it stands in. */
const overflows = (page: Page) =>
  page.locator('segue-widget .panel *').evaluateAll(elements =>
    elements
      .filter(element => !element.closest('.unseen'))
      .filter(element => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .filter(element => getComputedStyle(element).display !== 'inline')
      .map(element => `${element.tagName}.${element.className}: ${element.textContent}`)
  )

describe.each(LANGUAGES)('in %s', language => {
  it('nothing is wider than a phone of 320 pixels, closed site and way to the phone included', async () => {
    const relay = pages.relay()
    const at = Date.now()
    relay.tell({
      look: { ...LOOK, replyTime: 20160 },
      opening: { at, open: false, changes: [at + 100 * HOUR] }
    })
    const page = await pages.open({ ...NARROW, html: `lang="${language}"` })
    await open(page)
    expect(
      await inside(page).evaluate(panel => panel.closest('[lang]')!.getAttribute('lang'))
    ).toBe(language)
    await page.locator('.away button').waitFor()
    expect(await overflows(page)).toEqual([])
    await fillThread(page)
    expect(await overflows(page)).toEqual([])
    await page.locator('.continue').click()
    await page.locator('.sheet').waitFor()
    await page.locator('.copyable, .choices').first().waitFor()
    if (await page.locator('.choices').count()) await page.locator('.choices button').last().click()
    await page.locator('.copyable').first().waitFor()
    expect(await overflows(page)).toEqual([])
    expect(page.complaints).toEqual([])
  })
})

/** How many lines the words beside the logo take: the name, and what stands under it. */
const linesOf = (page: Page) =>
  page.locator('segue-widget header :is(bdi, p)').evaluateAll(elements =>
    elements.map(element => {
      const words = document.createRange()
      words.selectNodeContents(element)
      return new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size
    })
  )

describe.each(LANGUAGES)('with all its buttons, in %s', language => {
  const html = `lang="${language}"`

  async function openTalked(asked: Parameters<typeof pages.open>[0]): Promise<Page> {
    pages.relay().append(said('agent', 'Hello'))
    const page = await pages.open({ html, ...asked })
    await launcherOf(page).click()
    await page.locator('segue-widget .bubble').waitFor()
    return page
  }

  it('the header says in one line how soon somebody answers, and in no more than two on a small phone', async () => {
    const page = await openTalked({ viewport: { width: 1280, height: 800 } })
    expect(await linesOf(page)).toEqual([1, 1])
    await page.setViewportSize(NARROW.viewport)
    await page.locator('segue-widget .phone').waitFor()
    const [name, reply] = await linesOf(page)
    expect(name).toBe(1)
    expect(reply).toBeLessThanOrEqual(2)
    expect(await overflows(page)).toEqual([])
  })

  it('the header breaks no name where the reader’s text is twice as large', async () => {
    const page = await openTalked({
      ...NARROW,
      async before(page) {
        const devtools = await page.context().newCDPSession(page)
        await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
      }
    })
    const size = await page.locator('segue-widget h2').evaluate(h2 => getComputedStyle(h2).fontSize)
    expect(size).toBe('30px')
    expect((await linesOf(page))[0]).toBe(1)
    expect(await overflows(page)).toEqual([])
    const row = page.locator('segue-widget .continue')
    expect(await row.evaluate(it => it.scrollHeight - it.clientHeight)).toBeLessThanOrEqual(1)
  })
})

describe('from right to left', () => {
  const ARABIC = { html: 'lang="ar" dir="rtl"', locale: 'ar' }

  it('the launcher and the panel stand on the left, and own messages too', async () => {
    const page = await pages.open(ARABIC)
    expect((await launcherOf(page).boundingBox())!.x).toBe(20)
    await open(page)
    const box = (await inside(page).boundingBox())!
    expect(box.x).toBe(20)
    await fillThread(page)
    const own = (await page.locator('.own .bubble').first().boundingBox())!
    const theirs = (await page.locator('.theirs .bubble').first().boundingBox())!
    expect(own.x - box.x).toBeLessThan(40)
    expect(box.x + box.width - theirs.x - theirs.width).toBeLessThan(40)
    expect(await findBarriers(page)).toEqual([])
  })

  it('Arabic words run from right to left also on a page that does not, in the page’s corner', async () => {
    const page = await pages.open({ tag: 'data-language="ar"' })
    await open(page)
    const box = (await inside(page).boundingBox())!
    expect(box.x + box.width).toBe(page.viewportSize()!.width - 20)
    expect(await inside(page).evaluate(panel => getComputedStyle(panel).direction)).toBe('rtl')
    expect(await findBarriers(page)).toEqual([])
  })

  it('the empty field runs as our words do, and what is written in it as it is', async () => {
    const page = await pages.open(ARABIC)
    await open(page)
    const field = inside(page).locator('textarea')
    const direction = () => field.evaluate(element => getComputedStyle(element).direction)
    expect(await direction()).toBe('rtl')
    await field.fill('Hello')
    await expect.poll(direction).toBe('ltr')
  })

  it('each message runs as its own words do', async () => {
    const page = await pages.open()
    await open(page)
    pages.relay().append(said('agent', 'مرحبًا بكم في المتجر'), said('agent', 'Welcome'))
    const bubbles = page.locator('.theirs .bubble p')
    await bubbles.nth(1).waitFor()
    // The line's own start is where its first letter is: at the far side for Arabic.
    const starts = await bubbles.evaluateAll(lines =>
      lines.map(line => {
        const range = document.createRange()
        range.setStart(line.firstChild!, 0)
        range.setEnd(line.firstChild!, 1)
        const [letter, box] = [range.getBoundingClientRect(), line.getBoundingClientRect()]
        return letter.left - box.left > box.width / 2
      })
    )
    expect(starts).toEqual([true, false])
  })
})

describe('a site’s own words and looks', () => {
  it('reach the page with the session; the tag’s own win', async () => {
    const relay = pages.relay()
    relay.tell({
      look: {
        ...LOOK,
        ...{ language: 'pl', texts: { writeMessage: 'Napisz wiadomość', send: 'Wyślij' } },
        ...{ accent: '#ffd400', radius: 0, font: 'page' }
      }
    })
    const page = await pages.open({ tag: `data-texts='{"send":"Już"}'`, html: 'lang="pl"' })
    await open(page)
    await page.getByRole('textbox', { name: 'Napisz wiadomość' }).waitFor()
    await page.getByRole('button', { name: 'Już' }).waitFor()
    const worn = await inside(page).evaluate(panel => {
      const { fontFamily, borderRadius } = getComputedStyle(panel)
      return [panel.closest('[lang]')!.getAttribute('lang'), fontFamily, borderRadius]
    })
    expect(worn).toEqual(['pl', 'Georgia, serif', '0px'])
    expect(await findBarriers(page)).toEqual([])
    const asked = relay.heard.find(({ path }) => path.endsWith('/session'))
    expect(asked?.body.language).toMatch(/^pl,/)
  })

  it('open at the moment of opening, while the visitor looks on', async () => {
    const at = Date.now()
    pages.relay().tell({ opening: { at, open: false, changes: [at + 2500] } })
    const page = await pages.open()
    await open(page)
    await page.getByText('We are closed right now.').waitFor()
    await page.getByText('We are closed right now.').waitFor({ state: 'detached' })
    expect(await panelOf(page).getByText('Usually replies in a few minutes').count()).toBe(1)
  })
})
