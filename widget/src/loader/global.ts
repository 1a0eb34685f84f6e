import { CALLS, type CallName } from '../calls.ts'
import type { Settings } from '../settings.ts'
import { type LoadChat, startWidget, type Widget } from '../widget.ts'

/** `window.segue`, as a page with the script tag has it. */
export interface SegueGlobal extends Widget, Record<CallName, (...args: unknown[]) => void> {
  /** Resolves, and calls back, when this object has taken the stub's place. */
  ready(listener?: () => void): Promise<void>
}

/**
 * What a page may put there before the script has loaded, so that it never has to wait:
 *
 * @example
 * window.segue ??= new Proxy({ q: [] }, {
 *   get: (stub, name) => stub[name] ?? ((...args) => { stub.q.push([name, ...args]) })
 * })
 */
export interface Stub {
  q: [name: string, ...args: unknown[]][]
}

declare global {
  interface Window {
    segue?: SegueGlobal | Stub
  }
}

const isStub = (present: object): present is Stub => Array.isArray((present as Stub).q)

/** Puts the widget on the page as `window.segue`, and does what the stub was told. Twice is once. */
export function installGlobal(settings: Settings, loadChat: LoadChat): void {
  const present = window.segue
  if (present && !isStub(present)) return
  const { call, ...widget } = startWidget(settings, loadChat)
  const calls = Object.fromEntries(
    CALLS.map(name => [name, (...args: unknown[]) => call(name, args)])
  ) as Record<CallName, (...args: unknown[]) => void>
  const segue: SegueGlobal = {
    ...widget,
    ...calls,
    async ready(listener) {
      listener?.()
    },
    destroy() {
      widget.destroy()
      if (window.segue === segue) delete window.segue
    }
  }
  window.segue = segue
  for (const [name, ...args] of present?.q ?? []) {
    // The page wrote these names: only our own may be called.
    if (Object.hasOwn(segue, name)) {
      ;(segue[name as keyof SegueGlobal] as (...args: unknown[]) => unknown)(...args)
    }
  }
}
