import type { Ports } from '../ports.ts'
import { sendPush } from '../push/send-push.ts'
import { sendTranscript } from '../transcript/send-transcript.ts'
import type { Errand, ErrandOutcome } from './errand.ts'

/** Does one errand, with whatever is needed for it read now. Keeps nothing: see `settleErrand`. */
export async function carryOut(ports: Ports, errand: Errand): Promise<ErrandOutcome> {
  if (errand.until < ports.now()) return { kind: 'over' }
  return errand.kind === 'push' ? sendPush(ports, errand) : sendTranscript(ports, errand)
}
