import type { SentFile } from '../chats.ts'
import { fetchFile } from '../fetch-file.ts'
import type { NetworkParts } from '../network-parts.ts'
import type { Owner } from '../screen.ts'
import type { GraphRefusal } from './graph-errors.ts'
import type { Letter } from './incoming.ts'
import type { Shown } from './message-rules.ts'
import { mintWamid } from './wamid.ts'
import { type Business, type StatusNews, statusValue } from './webhook-values.ts'

/** A message the company has handed over. */
export interface Sent {
  /** Undefined when nobody on WhatsApp has that number. */
  owner: Owner | undefined
  /** The number or scoped id it was sent to. */
  to: string
  shown: Shown
  callbackData: string | undefined
  /** Known to fail, and told late. */
  refusal?: GraphRefusal
}

/** What the company writes to people. */
export interface Outgoing {
  /** Takes a message, and returns its id. Everything else comes later. */
  accept(sent: Sent): string
  /** Their owner has seen these. */
  seen(ids: string[]): void
}

interface Needs extends NetworkParts {
  business: Business
  bring(letter: Letter): void
}

const UNDELIVERABLE: GraphRefusal = { code: 131026, details: 'Message Undeliverable.' }

export function createOutgoing(needs: Needs): Outgoing {
  const { clock, dice, timers, pace, faults, business, bring } = needs
  const taken = new Map<string, Sent>()

  const tell = (id: string, sent: Sent, news: Pick<StatusNews, 'status' | 'refusal'>) => {
    const { owner, to, callbackData, shown } = sent
    const billed = shown.template === true
    const value = { business, owner, to, id, at: clock.now(), callbackData, billed, ...news }
    bring({ value: statusValue(value) })
  }
  const fail = (id: string, sent: Sent, refusal: GraphRefusal) =>
    tell(id, sent, { status: 'failed', refusal })

  const deliver = async (id: string, sent: Sent) => {
    const refusal = sent.refusal ?? (sent.owner ? undefined : UNDELIVERABLE)
    if (refusal || !sent.owner) return fail(id, sent, refusal ?? UNDELIVERABLE)
    if (faults.strikes('undeliverable')) return fail(id, sent, UNDELIVERABLE)
    const file = sent.shown.media && (await fetchFile(sent.shown.media, timers.signal))
    if (file instanceof Error) return fail(id, sent, { code: 131053, details: file.message })
    tell(id, sent, { status: 'sent' })
    timers.after(pace.deliveredMs, () => {
      show(needs, { id, owner: sent.owner!, shown: sent.shown, file })
      tell(id, sent, { status: 'delivered' })
    })
  }
  return {
    accept(sent) {
      const id = mintWamid(sent.to, 'out', dice.hex(20))
      taken.set(id, sent)
      timers.after(pace.sentMs, () => void deliver(id, sent))
      return id
    },
    seen(ids) {
      for (const id of ids) {
        const sent = taken.get(id)
        if (sent) tell(id, sent, { status: 'read' })
      }
    }
  }
}

interface Arrival {
  id: string
  owner: Owner
  shown: Shown
  file: SentFile | undefined
}

function show({ phones }: NetworkParts, { id, owner, shown, file }: Arrival) {
  const { media: _, ...words } = shown
  phones.receive(owner.number, 'whatsapp', { id, ...words, ...(file && { file }) })
}
