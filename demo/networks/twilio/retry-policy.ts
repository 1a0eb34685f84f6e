import type { Ending } from '../courier.ts'

/** The connection overrides in the fragment of a webhook's URL. */
export interface RetryPolicy {
  /** `rc`: how many more tries, 1 unless told, at most 5. */
  tries: number
  /** `rp`: which failures are tried again. Connection failures alone, unless told. */
  kinds: ReadonlySet<string>
}

/** Reads `https://example.com/hook#rc=3&rp=ct,rt,5xx`. */
export function readRetryPolicy(url: string): RetryPolicy {
  const [, fragment = ''] = url.split('#')
  const overrides = new URLSearchParams(fragment)
  const tries = Math.min(Number(overrides.get('rc') ?? 1), 5)
  return { tries, kinds: new Set((overrides.get('rp') ?? 'ct').split(',')) }
}

/** Whether a call that ended so is made once more. */
export function mayRetry({ tries, kinds }: RetryPolicy, attempt: number, ending: Ending): boolean {
  return attempt <= tries && (kinds.has('all') || kinds.has(kindOf(ending)))
}

function kindOf(ending: Ending): string {
  if (ending === 'unreachable') return 'ct'
  if (ending === 'timeout') return 'rt'
  return ending >= 500 ? '5xx' : '4xx'
}

/** The URL that is called, and signed: without its fragment. */
export const withoutFragment = (url: string): string => url.replace(/#.*$/s, '')
