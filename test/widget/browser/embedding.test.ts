import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { said } from '../../doubles/entries.ts'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import { fieldOf, launcherOf, openChat, panelOf, strictPolicy } from '../../doubles/widget-pages.ts'
import { WIDGET_STATES } from '../../doubles/widget-states.ts'

const pages = useWidgetPages()

/** What a page may do to every element it has, and to ours by name. */
const HOSTILE = `
  * { display: none !important; font: 41px/3 fantasy !important; color: red !important;
      opacity: .1 !important; transform: rotate(9deg) !important; letter-spacing: 9px !important;
      text-transform: uppercase !important; direction: rtl !important; cursor: wait !important;
      border: 9px solid lime !important; background: lime !important; filter: invert(1) !important }
  html, body { display: block !important; transform: none !important; opacity: 1 !important;
               background: #fff !important; border: 0 !important; filter: none !important }
  segue-widget, segue-widget * { visibility: hidden !important; inline-size: 1px !important }
  ::selection { background: lime } :root { --segue-accent: lime; font-size: 41px !important }`

const centreOf = async (page: Page) => {
  const { x, y, width, height } = (await launcherOf(page).boundingBox())!
  return { x: x + width / 2, y: y + height / 2 }
}
/** What a finger would meet there. */
const metAt = (page: Page, { x, y }: { x: number; y: number }) =>
  page.evaluate(([x, y]) => document.elementFromPoint(x!, y!)?.localName, [x, y])

describe('CSS isolation', () => {
  it('a hostile style sheet changes no pixel of the launcher and of the open panel', async () => {
    pages.relay().append(said('agent', 'A *mug*, a bowl', { name: 'Anna' }))
    const draw = async (css: string) => {
      const options = { reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } } as const
      const page = await pages.open({ css, ...options })
      const closed = await launcherOf(page).screenshot({ animations: 'disabled' })
      await openChat(page, pages.relay())
      await page.getByRole('log').getByText('bowl').waitFor()
      await page.mouse.move(5, 5)
      return [closed, await panelOf(page).screenshot({ animations: 'disabled' })]
    }
    const plain = await draw('h1,main>*{display:none}')
    const hostile = await draw(HOSTILE)
    expect(hostile.map((picture, i) => picture.equals(plain[i]!))).toEqual([true, true])
  })
})

describe('CSP, Trusted Types, fonts, emoji and link previews', () => {
  it('every state is drawn under the strictest policy, and nobody is asked but the relay', async () => {
    const asked: string[] = []
    const page = await pages.open({
      policy: strictPolicy(pages.relay().url),
      async before(page) {
        page.on('request', request => asked.push(`${request.resourceType()} ${request.url()}`))
      }
    })
    const origin = new URL(page.url()).origin
    for (const [state, enter] of Object.entries(WIDGET_STATES)) {
      if (state === 'offline') break
      await enter(page, pages.relay())
    }
    pages.relay().append(said('agent', '👩🏽‍🚀🏴󠁧󠁢󠁳󠁣󠁴󠁿 https://elsewhere.example/picture.png'))
    await page.getByRole('link', { name: 'elsewhere' }).waitFor({ state: 'attached' })
    const others = asked.filter(
      one => !one.includes(pages.relay().url) && !one.endsWith(`${origin}/`)
    )
    expect(others).toEqual([])
    expect(asked.filter(one => one.startsWith('font'))).toEqual([])
    expect(page.complaints).toEqual([])
  })
})

describe('z-index', () => {
  it('the widget is above the page, and below where the page says so', async () => {
    const page = await pages.open({
      css: 'main{position:fixed;inset:0;z-index:1000;background:#fff}'
    })
    const at = await centreOf(page)
    expect(await metAt(page, at)).toBe('segue-widget')
    await page.addStyleTag({ content: 'segue-widget{--segue-z:999}' })
    expect(await metAt(page, at)).toBe('main')
  })

  it('a dialog of the page stands above the widget', async () => {
    const page = await pages.open()
    await openChat(page, pages.relay())
    const at = await centreOf(page)
    await page.evaluate(() => {
      const dialog = document.createElement('dialog')
      dialog.textContent = 'Cookies?'
      document.body.append(dialog)
      dialog.showModal()
    })
    expect(await metAt(page, at)).toBe('dialog')
    await page.keyboard.press('Escape')
    expect(await metAt(page, at)).toBe('segue-widget')
    expect(await fieldOf(page).isVisible()).toBe(true)
  })
})

/** Counts what listens on the page's own objects, from its beginning on. */
const countListeners = (page: Page) =>
  page.addInitScript(() => {
    const listening: Record<string, number> = {}
    Object.assign(window, { listening })
    const { addEventListener, removeEventListener } = EventTarget.prototype
    const known = new Map<unknown, Set<string>>()
    const change = (target: EventTarget, type: string, listener: unknown, isOn: boolean) => {
      if (target instanceof Node && target !== document) return
      const name = `${Object.prototype.toString.call(target)} ${type}`
      const types = known.get(listener) ?? new Set()
      if (types.has(name) === isOn) return
      if (isOn) types.add(name)
      else types.delete(name)
      known.set(listener, types)
      listening[name] = (listening[name] ?? 0) + (isOn ? 1 : -1)
    }
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      change(this ?? window, type, listener, true)
      return addEventListener.call(this ?? window, type, listener, options)
    }
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
      change(this ?? window, type, listener, false)
      return removeEventListener.call(this ?? window, type, listener, options)
    }
  })

/** On what outlives a widget: a socket's, a request's and a shadow root's own go with them. */
const leftOn = (page: Page) =>
  page.evaluate(() =>
    Object.entries((window as never as { listening: Record<string, number> }).listening).filter(
      ([name, count]) =>
        count !== 0 && /Window|Document|Viewport|MediaQuery|Navigation|Locks/.test(name)
    )
  )

describe('SPA routes', () => {
  it('a widget that is destroyed listens to nothing any more', async () => {
    const page = await pages.open({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      before: countListeners
    })
    await openChat(page, pages.relay())
    await WIDGET_STATES.talk!(page, pages.relay())
    expect((await leftOn(page)).length).toBeGreaterThan(2)
    await page.evaluate(() => (window.segue as { destroy(): void }).destroy())
    await expect.poll(() => leftOn(page)).toEqual([])
  })

  it('a script that is included twice makes one widget', async () => {
    const page = await pages.open()
    await page.evaluate(
      src =>
        new Promise(resolve => {
          const script = document.createElement('script')
          script.src = src
          script.dataset.site = 'shop'
          script.onload = resolve
          document.body.append(script)
        }),
      `${pages.relay().url}/widget.js`
    )
    expect(await page.locator('segue-widget').count()).toBe(1)
    await openChat(page, pages.relay())
    expect(pages.relay().sockets.size).toBe(1)
  })
})
