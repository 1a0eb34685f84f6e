/** The calls of the SDK that a page may make before the SDK is there. */
export const CALLS = [
  'identify',
  'track',
  'page',
  'group',
  'alias',
  'reset',
  'consent',
  'use',
  'setUserToken'
] as const
export type CallName = (typeof CALLS)[number]

/** One such call, with its own time and page: it may reach the SDK much later. */
export interface Call {
  name: CallName
  args: unknown[]
  /** Milliseconds since 1970. */
  at: number
  /** Without query and fragment: they may hold secrets. */
  url: string
  title: string
}

/** How many calls are kept at most. A page that calls more often than that has lost the first ones. */
export const MAX_CALLS = 1000

/** A copy, as the page may go on using its object. What has none is left to the SDK, which says what is wrong. */
function copyOf(arg: unknown): unknown {
  try {
    return typeof arg === 'object' ? JSON.parse(JSON.stringify(arg)) : arg
  } catch {
    return arg
  }
}

/** A call as it is made now. */
export const callNow = (name: CallName, args: unknown[]): Call => ({
  name,
  args: args.map(copyOf),
  at: Date.now(),
  url: location.origin + location.pathname,
  title: document.title
})
