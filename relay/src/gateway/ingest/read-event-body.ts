import { Refused } from '../../core/refusal.ts'
import { inflateBody } from './inflate.ts'

/** Of a request, as it came and unpacked. Segment's Node client miscounts its own 500 KB and sends more. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024

/** A call's body, and how many bytes of JSON it was. */
export interface EventBody {
  body: Record<string, unknown>
  bytes: number
}

/**
 * The JSON object of a call, whatever its content type says: a beacon says text/plain, so that no preflight is needed.
 *
 * @throws {Refused} `invalid`, {HttpRefusal} 413, 415
 */
export async function readEventBody(
  packed: Buffer,
  encoding: string | undefined
): Promise<EventBody> {
  const plain = await inflateBody(packed, encoding, MAX_BODY_BYTES)
  const value = parse(plain.toString('utf8'))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refused('invalid', 'The body is not a JSON object.')
  }
  return { body: value as Record<string, unknown>, bytes: plain.length }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    // The place alone: what was sent is nobody else's.
    const place = /at position (\d+)/.exec(String(error))?.[1]
    throw new Refused('invalid', `The body is not JSON${place ? ` at character ${place}` : ''}.`)
  }
}
