import type { Page } from './protocol/client-frame.ts'
import type { View } from './world.ts'

/** The page as the wire wants it, cut to the wire's limits. */
export const pageOf = (view: View | undefined): { page?: Page } =>
  view ? { page: { url: view.url.slice(0, 2048), title: view.title.slice(0, 300) } } : {}
