import { afterAll, beforeAll, beforeEach } from 'vitest'
import { openWidgetPages, type WidgetPages } from './widget-pages.ts'

/**
 * Pages for all tests of a file, each with a relay of its own.
 *
 * @param without arguments of the browser's driver that are left out
 */
export function useWidgetPages(without: string[] = []): Pick<WidgetPages, 'relay' | 'open'> {
  let pages: WidgetPages
  beforeAll(async () => {
    pages = await openWidgetPages(without)
  })
  beforeEach(() => pages.begin())
  afterAll(() => pages?.close())
  return { relay: () => pages.relay(), open: asked => pages.open(asked) }
}
