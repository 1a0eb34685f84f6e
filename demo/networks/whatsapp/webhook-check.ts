import type { NetworkParts } from '../network-parts.ts'
import type { WhatsAppAccount } from './account.ts'

/** Whether the company's webhook is really the company's. Nothing is sent to it before. */
export interface WebhookCheck {
  /** The webhook may be called. Asks it, when nobody has yet. */
  passed(): Promise<boolean>
  /** Asks until it answers. */
  start(): void
}

const LONGEST_WAIT_MS = 2000

/** Meta's handshake: the webhook must know the verify token and give the challenge back. */
export function createWebhookCheck(account: WhatsAppAccount, parts: NetworkParts): WebhookCheck {
  const { dice, timers, report, pace } = parts
  let verified = ''

  const ask = async () => {
    const { webhook, verifyToken } = account
    if (verified === webhook) return true
    const problem = await askFor(webhook, { verifyToken, challenge: dice.digits(10), timers })
    if (!problem) verified = webhook
    report(problem && `WhatsApp could not verify the webhook: ${problem}`)
    return !problem
  }
  const keepAsking = async (waitMs: number) => {
    if (timers.signal.aborted || (account.webhook && (await ask()))) return
    timers.after(waitMs, () => void keepAsking(Math.min(waitMs * 2, LONGEST_WAIT_MS)))
  }
  return {
    passed: async () => account.webhook !== '' && ask(),
    start: () => void keepAsking(pace.retryMs)
  }
}

interface Question {
  verifyToken: string
  challenge: string
  timers: NetworkParts['timers']
}

/** Undefined when it passed, otherwise what was wrong. */
async function askFor(webhook: string, { verifyToken, challenge, timers }: Question) {
  const url = new URL(webhook)
  url.searchParams.set('hub.mode', 'subscribe')
  url.searchParams.set('hub.challenge', challenge)
  url.searchParams.set('hub.verify_token', verifyToken)
  try {
    const signal = AbortSignal.any([timers.signal, AbortSignal.timeout(10_000)])
    const response = await fetch(url, { signal })
    if (response.status !== 200) return `it answered ${response.status}`
    return (await response.text()) === challenge ? undefined : 'it did not give the challenge back'
  } catch {
    return 'it does not answer'
  }
}
