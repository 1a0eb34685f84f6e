import type { Sdk } from '@segue/sdk'
import type { GreetOptions, Tracked } from './greeting/greet.ts'
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
  const tracked: Tracked[] = []
  const chunks = {
    chat: () => import('./chat.tsx'),
    async greeting() {
      const { startGreeting } = await import('./greeting/greet.ts')
      return {
        startGreeting: (options: GreetOptions) =>
          startGreeting({ ...options, loading: { calls: tracked } })
      }
    }
  }
  const { call: _, ...widget } = startWidget(settings, chunks, sdk)
  // A page that has its own SDK calls it, and not us.
  const stop = sdk?.on('queued', ({ type, event, properties }) => {
    if (settings.greet && type === 'track') tracked.push({ name: type, args: [event, properties] })
  })
  return {
    ...widget,
    destroy() {
      stop?.()
      widget.destroy()
    }
  }
}
