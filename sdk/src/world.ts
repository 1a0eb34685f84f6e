import { alone } from './alone.ts'
import type { SdkOptions, Signal } from './sdk.ts'
import { createShelf, type Shelf } from './storage.ts'

/** What a page tells about its own life. All of them reach `window`. */
export type PageEvent =
  | 'online'
  | 'pageshow'
  | 'pagehide'
  | 'visibilitychange'
  | 'freeze'
  | 'resume'
  | 'storage'

/** The page as it is now. Query and fragment may hold secrets: they never leave it. */
export interface View {
  url: string
  path: string
  title: string
  referrer: string
}

/** Everything outside the SDK that it touches, so that a test can be the outside. */
export interface World {
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>
  /** Default: the browser's own. @throws where a policy forbids it */
  openSocket?(url: string, protocol: string): WebSocket
  /** What tabs wait for each other with. Default: the browser's own; `null`: none. */
  locks?: Pick<LockManager, 'request'> | null
  /** A channel to the other tabs. Default: the browser's own. */
  openChannel?(name: string): Pick<BroadcastChannel, 'postMessage' | 'onmessage' | 'close'>
  /** Posts what outlives the page; at most 64 KiB under way. Settles when it is over, if the page lives to see it. */
  beside(url: string, body: string): Promise<unknown>
  /** Milliseconds since 1970. */
  now(): number
  /** From 0 up to 1. */
  random(): number
  /** Runs once after so many milliseconds; returns its own undo. */
  after(ms: number, run: () => void): () => void
  listen(event: PageEvent, run: () => void): () => void
  /** Runs the task while no other tab of this origin runs one of the same name. */
  alone<Result>(name: string, task: () => Promise<Result>): Promise<Result>
  /** Outlives the tab. */
  local: Shelf
  /** Dies with the tab. */
  session: Shelf
  /** Undefined where there is no page. */
  view(): View | undefined
  /** The address this document was loaded from, in full: only for those who pick what may be told. @throws where there is none */
  landing(): string | undefined
  visible(): boolean
  /** BCP 47. @throws where there is no page */
  language(): string | undefined
  /** Whether the browser sends this signal for the visitor. */
  signals(signal: Signal): boolean
}

const SIGNALS = { gpc: 'globalPrivacyControl', dnt: 'doNotTrack' } as const satisfies Record<
  Signal,
  string
>

/** The real outside. Safe to make where there is no page: on a server, in a worker. */
export function browserWorld({ storage, language, fetch }: SdkOptions): World {
  const request: World['fetch'] = (input, init) => (fetch ?? globalThis.fetch)(input, init)
  const shelf = (name: 'localStorage' | 'sessionStorage') =>
    createShelf(() => (storage === undefined ? globalThis[name] : storage))

  return {
    fetch: request,
    // Firefox has `keepalive` since 133.
    beside: async (url, body) =>
      'keepalive' in Request.prototype
        ? request(url, { method: 'POST', body, keepalive: true, credentials: 'omit' })
        : navigator.sendBeacon(url, body),
    now: Date.now,
    random: Math.random,
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    listen(event, run) {
      // On their way down: `freeze` and `resume` do not bubble.
      globalThis.addEventListener?.(event, run, true)
      return () => globalThis.removeEventListener?.(event, run, true)
    },
    alone,
    local: shelf('localStorage'),
    session: shelf('sessionStorage'),
    view,
    landing: () => performance.getEntriesByType('navigation')[0]?.name,
    visible: () => globalThis.document?.visibilityState === 'visible',
    language: () => language ?? (document.documentElement.lang || navigator.language),
    signals: signal => /^(true|1)$/.test(Object(globalThis.navigator)[SIGNALS[signal]])
  }
}

function view(): View | undefined {
  const { document, location } = globalThis
  return (
    document && {
      url: location.origin + location.pathname,
      path: location.pathname,
      title: document.title,
      referrer: document.referrer.replace(/[?#].*/, '')
    }
  )
}
