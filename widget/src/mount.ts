import type { Sdk } from '@segue/sdk'
import type { Settings } from './settings.ts'
import { startWidget, type Widget } from './widget.ts'

export interface MountOptions extends Settings {
  /** The page's own SDK of the same site, so that `identify` and the chat are one visitor. Default: one is made. */
  sdk?: Sdk
}

/**
 * Puts the widget on the page. Nothing is fetched or stored before the visitor opens it.
 *
 * @example
 * const widget = mount({ site: 'shop', relay: 'https://chat.example.com' })
 * widget.on('unread', count => { … })
 * widget.destroy()
 */
export function mount({ sdk, ...settings }: MountOptions): Widget {
  const { call: _, ...widget } = startWidget(settings, () => import('./chat.tsx'), sdk)
  return widget
}
