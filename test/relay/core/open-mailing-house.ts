import type { Outcome } from '../../../relay/src/core/channel.ts'
import { carryOut } from '../../../relay/src/core/errands/carry-out.ts'
import { settleErrand } from '../../../relay/src/core/errands/settle-errand.ts'
import { receiveFromVisitor } from '../../../relay/src/core/message/receive-from-visitor.ts'
import { requestTranscript } from '../../../relay/src/core/transcript/request-transcript.ts'
import type { Transcript } from '../../../relay/src/core/transcript/transcript.ts'
import { openHouse } from '../../doubles/house.ts'
import { say } from './answering.ts'

export const ENDED: Outcome = { kind: 'accepted', providerId: '250' }
export const reason = { code: '1', text: 'no' }

/** A house that mails: what was sent, and how each sending is to end. */
export async function openMailingHouse() {
  const house = await openHouse({ mail: { from: 'chat@shop.example' }, timeZone: 'Asia/Tokyo' })
  const sent: Transcript[] = []
  let outcome = ENDED
  house.ports.mailer = {
    async send(transcript) {
      sent.push(transcript)
      return outcome
    }
  }
  const { ports } = house
  return {
    ...house,
    sent,
    ends(next: Outcome) {
      outcome = next
    },
    /** Does whatever is due, once. */
    async run() {
      const due = await ports.store.transaction(tx => tx.takeErrands(ports.now(), 60_000, 10))
      for (const errand of due) await settleErrand(ports, errand, await carryOut(ports, errand))
      return due.length
    },
    /** A visitor who has been answered. */
    async talk() {
      const { address, conversation } = await house.visit()
      await receiveFromVisitor(ports, address.id, { cid: 'c', text: 'Hi' })
      await say(house, conversation!)
      return { address: address.id, conversation: conversation! }
    },
    ask: (address: string, email = 'maja@post.example') =>
      requestTranscript(ports, address, { email })
  }
}
