import type { Me } from '@segue/sdk/protocol'
import { atom, computed } from 'nanostores'
import { readMe } from '../api.ts'
import { $token } from '../http.ts'
import { problemOf } from '../problem.ts'
import { t } from '../strings.ts'
import { forgetToken, keepToken, keptToken, takeTokenFromFragment } from '../token-keeper.ts'

/** Who sits at this desk. */
export type Session =
  | { status: 'out'; problem?: string }
  | { status: 'entering' }
  | { status: 'in'; me: Me }

export const $session = atom<Session>({ status: 'out' })

/** The agent, while signed in. */
export const $me = computed($session, session => (session.status === 'in' ? session.me : null))

/** The company's accounts, while signed in. */
export const $accounts = computed($me, me => me?.accounts ?? [])

/** Signs in, and keeps the token only when the relay knows it. */
export async function signIn(token: string, stay: boolean): Promise<void> {
  $session.set({ status: 'entering' })
  $token.set(token)
  try {
    const me = await readMe()
    keepToken(token, stay)
    $session.set({ status: 'in', me })
  } catch (error) {
    $token.set('')
    if (problemOf(error).code === 'unauthorized') signOut(t.signIn.unknown)
    else $session.set({ status: 'out', problem: t.signIn.unreachable })
  }
}

/** Signs out and forgets the token. */
export function signOut(problem?: string): void {
  forgetToken()
  $token.set('')
  $session.set({ status: 'out', ...(problem && { problem }) })
}

/** Signs in with what the address or an earlier visit left. True when there was something. */
export async function restoreSession(): Promise<boolean> {
  const given = takeTokenFromFragment()
  const kept = given ? { token: given, stay: false } : keptToken()
  if (kept) await signIn(kept.token, kept.stay)
  return kept !== null
}
