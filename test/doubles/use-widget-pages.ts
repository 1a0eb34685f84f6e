import { afterAll, beforeAll, beforeEach } from 'vitest'
import { openWidgetPages, type WidgetPages } from './widget-pages.ts'

/** Pages for all tests of a file, each with a relay of its own. */
export function useWidgetPages(): Pick<WidgetPages, 'relay' | 'open'> {
  let pages: WidgetPages
  beforeAll(async () => {
    pages = await openWidgetPages()
  })
  beforeEach(() => pages.begin())
  afterAll(() => pages?.close())
  return { relay: () => pages.relay(), open: asked => pages.open(asked) }
}
