import type { Errand, ErrandOutcome } from '../errands/errand.ts'
import { pageOf } from '../handoff/return-link.ts'
import type { Ports } from '../ports.ts'
import { readLines } from './read-transcript.ts'

/** Reads the conversation as it is now, and hands it to the mailer. */
export async function sendTranscript(
  ports: Ports,
  { id, order }: Extract<Errand, { kind: 'transcript' }>
): Promise<ErrandOutcome> {
  const { sites, store, mailer } = ports
  const conversation = await store.conversation(order.conversation)
  const site = sites.get(conversation?.site ?? '')
  // What was switched off, or deleted, is not mailed after all.
  if (!conversation || !site?.mail || !mailer) return { kind: 'over' }
  const { lines, isCut } = await readLines(store, order)
  if (lines.length === 0) return { kind: 'over' }
  const { to, language, timeZone } = order
  const transcript = {
    ...{ id, to, language, timeZone, lines, isCut },
    ...site.mail,
    look: site.look,
    page: pageOf(ports, conversation)
  }
  return mailer.send(transcript, () => store.transaction(tx => tx.beginErrand(id)))
}
