import type { Outcome, Reason, Refusal } from '../core/channel.ts'
import type { Answer } from './http-send.ts'

/** What one of a provider's error codes means for us, in words an agent understands. */
export interface Meaning {
  sort: Refusal | 'limited'
  text: string
  retryAfterMs?: number
}

/** An error as the provider names it. `code` is empty when it named none. */
export interface ProviderError {
  code: string
  text: string
  meaning: Meaning | undefined
}

// Too early or too much: the same call may work later.
const LIMITED = new Set([408, 425, 429])

// A proxy's word that what lies behind it did not answer in time, or broke off: it may have the message.
const GATEWAY = new Set([502, 504])

const ACCOUNT = new Set([401, 403, 404])

/** Sorts an answer that is not a success: by its code where we know it, else by its HTTP status. */
export function sortRefusal({ status, retryAfterMs }: Answer, error: ProviderError): Outcome {
  const reason = reasonOf(error, status)
  const sort = error.meaning?.sort ?? sortByStatus(status, error.code !== '')
  if (sort === 'unknown') return { kind: 'unknown', reason }
  if (sort !== 'limited') return { kind: 'refused', why: sort, reason }
  const wait = retryAfterMs ?? error.meaning?.retryAfterMs
  return { kind: 'limited', reason, ...(wait !== undefined && { retryAfterMs: wait }) }
}

function sortByStatus(status: number, named: boolean): Refusal | 'limited' | 'unknown' {
  if (LIMITED.has(status)) return 'limited'
  if (status < 300 || (GATEWAY.has(status) && !named)) return 'unknown'
  if (status >= 500) return 'limited'
  return status < 400 || ACCOUNT.has(status) ? 'account' : 'content'
}

/** The reason people are shown: our own words, else the provider's without any number somebody could be called on. */
export function reasonOf({ code, text, meaning }: ProviderError, status?: number): Reason {
  const words = meaning?.text ?? text.replace(/\+?\d[\d ()-]{5,}\d/g, '…').slice(0, 300)
  const fallback = status === undefined ? 'The network gave no reason.' : `HTTP ${status}.`
  return { code: code || (status === undefined ? 'none' : String(status)), text: words || fallback }
}

/** A message that is not even sent. */
export const refuse = (why: Refusal, code: string, text: string): Outcome => ({
  kind: 'refused',
  why,
  reason: { code, text }
})
