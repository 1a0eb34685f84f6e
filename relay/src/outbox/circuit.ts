import type { Outcome, Reason } from '../core/channel.ts'

/** How long the others wait while one message tries whether an account works again. */
const PROBE_MS = 1000

type State = { until: number } | 'probing'

/** What keeps a broken account from being tried again and again. */
export interface Circuit {
  /** How long a message by this account has to wait, in milliseconds; 0 lets it go. */
  waitFor(account: string): number
  /** A message that was let go has ended so. A pause begins when only an operator can help. */
  ended(account: string, outcome: Outcome): void
}

/**
 * Stops an account for `pauseMs` after a refusal that only an operator can mend, such as a token that ran out.
 * Then one message goes ahead, and the others follow if it was not refused in that way.
 */
export function createCircuit({
  now,
  pauseMs,
  onPause
}: {
  now: () => number
  pauseMs: number
  onPause: (account: string, reason: Reason) => void
}): Circuit {
  const broken = new Map<string, State>()

  return {
    waitFor(account) {
      const state = broken.get(account)
      if (!state) return 0
      if (state === 'probing') return PROBE_MS
      const left = state.until - now()
      if (left > 0) return left
      broken.set(account, 'probing')
      return 0
    },

    ended(account, outcome) {
      if (outcome.kind === 'refused' && outcome.why === 'account') {
        broken.set(account, { until: now() + pauseMs })
        onPause(account, outcome.reason)
      } else if (outcome.kind === 'accepted' || outcome.kind === 'refused') {
        broken.delete(account)
      } else if (broken.get(account) === 'probing') {
        // It says nothing of the account: the next one tries.
        broken.set(account, { until: now() })
      }
    }
  }
}
