import { useStore } from '@nanostores/preact'
import { moment } from '../format/time.ts'
import { $now } from '../stores/clock.ts'
import { $offer, $offerStatus, chooseAgain, type Offer } from '../stores/handoff.ts'
import { $accounts } from '../stores/session.ts'
import { t } from '../strings.ts'
import { CopyLine } from './copy-line.tsx'
import { Dialog } from './dialog.tsx'
import { HandoffChoice } from './handoff-choice.tsx'
import { Icon } from './icon.tsx'

/** How far it got, as it happens. */
function OfferState({ step }: Pick<Offer, 'step'>) {
  const status = useStore($offerStatus)
  const isOver = status === 'expired' || status === 'revoked'
  const waiting = step === 'number' ? t.handoff.waitingNumber : t.handoff.waiting
  const words = isOver
    ? t.handoff.expired
    : status === 'linked'
      ? t.handoff.linked
      : status === 'opened'
        ? t.handoff.opened
        : waiting
  return (
    <p class="offer-state" data-status={status} role="status">
      <Icon name={status === 'linked' ? 'check' : 'clock'} />
      {words}
    </p>
  )
}

function CodeOffer({ reply }: Extract<Offer, { step: 'code' }>) {
  return (
    <>
      <CopyLine label={t.handoff.code} value={reply.code} large />
      <CopyLine label={t.handoff.link} value={reply.link} />
      <CopyLine label={t.handoff.address} value={reply.address} />
      <p class="hint">{t.handoff.validUntil(moment(reply.expires, useStore($now)))}</p>
    </>
  )
}

/** Offers to go on elsewhere: by a code to read aloud or a link to send, or by their number. */
export function HandoffDialog({ conversation }: { conversation: string }) {
  const offer = useStore($offer)
  const accounts = useStore($accounts)
  return (
    <Dialog name={t.handoff.title}>
      {offer.step === 'choosing' ? (
        <HandoffChoice conversation={conversation} accounts={accounts} offer={offer} />
      ) : (
        <>
          {offer.step === 'code' && <CodeOffer {...offer} />}
          <OfferState step={offer.step} />
          <div class="dialog-foot">
            <button type="button" class="button" onClick={chooseAgain}>
              {t.handoff.back}
            </button>
          </div>
        </>
      )}
    </Dialog>
  )
}
