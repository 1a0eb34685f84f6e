import { CALLS, type Call, type CallName, callNow } from '../calls.ts'
import type { Settings } from '../settings.ts'
import { type Chunks, startWidget, type Widget } from '../widget.ts'

/** `window.segue`, as a page with the script tag has it. */
export interface SegueGlobal extends Widget, Record<CallName, (...args: unknown[]) => void> {
  /** Resolves, and calls back, when this object has taken the stub's place. */
  ready(listener?: () => void): Promise<void>
}

/**
 * What a page may put there before the script has loaded, so that it never has to wait: the text is in `stub.js`.
 * It keeps every call with its own time and page.
 */
export interface Stub {
  q: (Omit<Call, 'name'> & {
    name: string
    /** What the call returned, once it has been made: how to stop listening. */
    undo?: unknown
  })[]
}

declare global {
  interface Window {
    segue?: SegueGlobal | Stub
  }
}

const isStub = (present: object): present is Stub => Array.isArray((present as Stub).q)

const isCall = (made: Stub['q'][number]): made is Call => CALLS.includes(made.name as CallName)

/** Puts the widget on the page as `window.segue`, and does what the stub was told. Twice is once. */
export function installGlobal(settings: Settings, chunks: Chunks): void {
  const present = window.segue
  if (present && !isStub(present)) return
  const { call, ...widget } = startWidget(settings, chunks)
  const calls = Object.fromEntries(
    CALLS.map(name => [name, (...args: unknown[]) => call(callNow(name, args))])
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
  for (const made of present?.q ?? []) {
    const { name, args } = made
    // The page wrote these names: only our own may be called.
    if (isCall(made)) call({ ...made })
    else if (Object.hasOwn(segue, name)) {
      made.undo = (segue[name as keyof SegueGlobal] as (...args: unknown[]) => unknown)(...args)
    }
  }
}
