import type { UserProof } from './protocol/session-api.ts'
import type { ProofKeeper } from './user-proof.ts'

/** Whether a refusal is about who the user is. */
export const isUserRefused = (code: string): boolean => code.startsWith('user_token')

/** The proof for a request; empty when there is none. @throws what the page's function throws */
export async function proveUser(proof: ProofKeeper): Promise<UserProof> {
  const { source } = proof
  if (proof.inHand.userToken || typeof source !== 'function') return proof.inHand
  const token = await source()
  if (source === proof.source) proof.inHand = { userToken: token }
  return proof.inHand
}

/** A request was refused. True when that was because of the proof, and the page can be asked for another. */
export function renewProof(proof: ProofKeeper, code: string): boolean {
  if (!isUserRefused(code) || typeof proof.source !== 'function') return false
  proof.inHand = {}
  return true
}
