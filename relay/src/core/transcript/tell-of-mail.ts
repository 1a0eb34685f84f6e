import type { EntryOf } from '@segue/sdk/protocol'
import type { Reason } from '../channel.ts'
import type { Writing } from '../commit.ts'
import type { Errand, ErrandOutcome } from '../errands/errand.ts'
import type { Ports } from '../ports.ts'
import { maskMailAddress } from './mail-address.ts'

type Mail = EntryOf<'mail'>

/** What a mail has told before is looked for among so many of the newest entries. */
const NEAR = 200

/** A server that is busy or away for a few minutes is nobody's news: only after so many tries. */
const PATIENT_TRIES = 2

/** How one try to send a mail has ended. */
interface Try {
  errand: Extract<Errand, { kind: 'transcript' }>
  outcome: ErrandOutcome
  /** Whether it is not tried again. */
  isOver: boolean
}

/**
 * Tells agents, in the thread, of a mail that was refused or waits for something to be mended, once; and that it went out after
 * all. What simply goes out says nothing.
 */
export async function tellOfMail(ports: Ports, { tx, append }: Writing, ended: Try): Promise<void> {
  const { id, order } = ended.errand
  const status = statusOf(ports, ended)
  if (!status || !(await tx.conversation(order.conversation))) return
  const newest = await tx.entries(order.conversation, {
    before: Number.MAX_SAFE_INTEGER,
    limit: NEAR
  })
  const told = newest.findLast(({ body }) => body.type === 'mail' && body.id === id)
  const isNews = status === 'sent' ? told : status !== 'delayed' || !told
  if (!isNews) return
  await append(order.conversation, {
    ...{ type: 'mail', id, status },
    ...(order.reader === null
      ? { by: 'agent', to: order.to }
      : { by: 'visitor', to: maskMailAddress(order.to) }),
    ...(status === 'sent' ? {} : whyOf(ended.outcome))
  })
}

function statusOf({ now }: Ports, { errand, outcome, isOver }: Try): Mail['status'] | undefined {
  // It was switched off, or there is nothing left to send.
  if (outcome.kind === 'over') return errand.until < now() ? 'failed' : undefined
  if (outcome.kind === 'accepted') return 'sent'
  if (isOver) return outcome.kind === 'unknown' ? 'unknown' : 'failed'
  const isOurs = outcome.kind === 'refused'
  return isOurs || errand.attempts >= PATIENT_TRIES ? 'delayed' : undefined
}

function whyOf(outcome: ErrandOutcome): Required<Pick<Mail, 'fault'>> & { reason?: Reason } {
  const fault =
    outcome.kind !== 'refused'
      ? 'server'
      : outcome.why === 'unreachable_person'
        ? 'address'
        : 'relay'
  return { fault, ...('reason' in outcome ? { reason: outcome.reason } : {}) }
}
