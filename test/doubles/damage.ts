import type { Page } from 'playwright-core'

/** Writes down what a page must never do: run a text, or ask elsewhere. */
export function guard(page: Page, wrongs: string[]): void {
  page.on('dialog', dialog => {
    wrongs.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', request => {
    if (new URL(request.url()).host === 'evil.test') wrongs.push(`asked ${request.url()}`)
  })
  page.on('pageerror', error => wrongs.push(error.message))
}

/** Everything a text could have become but text. */
export const findDamage = (page: Page) =>
  page.evaluate(() => {
    const roots = [document, document.querySelector('segue-widget')?.shadowRoot ?? document]
    const elements = roots.flatMap(root => [...root.querySelectorAll('*')])
    const isOurs = /^(https?|mailto|tel|blob|whatsapp|sms):/
    return {
      ran: 'broken' in window,
      links: elements.flatMap(element =>
        element instanceof HTMLAnchorElement && element.href && !isOurs.test(element.href)
          ? [element.href.slice(0, 80)]
          : []
      ),
      elements: elements
        .filter(element =>
          [...element.attributes].some(({ name, value }) =>
            name.startsWith('on') || name === 'srcdoc'
              ? true
              : /^(src|href)$/.test(name) &&
                /evil\.test\/(a|pixel)/.test(value) &&
                element.localName !== 'a'
          )
        )
        .map(element => element.outerHTML.slice(0, 80)),
      wider: document.documentElement.scrollWidth - innerWidth,
      spill: elements
        .filter(({ localName }) => localName === 'segue-widget' || localName === 'body')
        .filter(element => element.scrollWidth > innerWidth)
        .map(({ localName }) => localName)
    }
  })

/** What it finds where all is well. */
export const WHOLE = { ran: false, links: [], elements: [], wider: 0, spill: [] }

/** By how much what is said is wider than its place. */
export const sizeOfLog = (page: Page) =>
  page
    .getByRole('log')
    .first()
    .evaluate(log => log.scrollWidth - log.clientWidth)
