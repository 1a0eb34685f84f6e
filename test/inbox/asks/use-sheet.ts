import type { Locator } from 'playwright-core'
import { enter, useInbox } from '../open-inbox.ts'

/** The sheet to ask or show something by, in an inbox of its own for each test. */
export function useSheet() {
  const inbox = useInbox()

  const sheet = () => inbox().page.getByRole('dialog', { name: 'Ask or show' })
  const press = (...keys: string[]) =>
    keys.reduce(
      (before, key) => before.then(() => inbox().page.keyboard.press(key)),
      Promise.resolve()
    )
  const type = (words: string) => inbox().page.keyboard.type(words)
  const hasFocus = (field: Locator) => field.evaluate(element => element.matches(':focus'))
  const values = (field: Locator) =>
    field.evaluateAll(all => all.map(one => (one as HTMLInputElement).value))
  const choices = () => values(sheet().getByLabel(/^Choice \d/))

  async function open(person = 'per') {
    await enter(inbox(), person)
    await press('a')
    await sheet().waitFor()
  }

  /** What the relay got last. */
  async function sent(person = 'per') {
    await inbox().page.locator('.mark.is-sent').last().waitFor()
    return inbox()
      .api.desk.get(person)!
      .entries.findLast(({ type }) => type === 'message')
  }

  return { inbox, sheet, press, type, hasFocus, values, choices, open, sent }
}
