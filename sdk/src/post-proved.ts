import type { EventRoad } from './event-road.ts'
import type { UserProof } from './protocol/session-api.ts'
import { isUserRefused, proveUser, renewProof } from './prove-user.ts'
import type { RelayError } from './relay-error.ts'

/**
 * Posts with the proof of the page's user. A refused one is asked for anew, once. What cannot be proved is said as it is,
 * by an error, and goes without: a site that demands proof refuses it, others mark it.
 *
 * @throws {RelayError}
 */
export async function postProved(
  { proof, emit }: Pick<EventRoad, 'proof' | 'emit'>,
  post: (user: UserProof) => Promise<unknown>
): Promise<unknown> {
  const prove = () =>
    proveUser(proof).catch(() => {
      emit('error', { code: 'user_token_missing', message: 'The page has no token for its user.' })
      return {}
    })
  const attempt = async () => post(await prove())

  return attempt()
    .catch((error: RelayError) => {
      if (renewProof(proof, error.code)) return attempt()
      throw error
    })
    .catch((error: RelayError) => {
      const { code, message } = error
      if (!isUserRefused(code)) throw error
      emit('error', { code, message })
      return post({})
    })
}
