import type { HandoffReply, Way } from '@segue/sdk'
import { useEffect, useState } from 'preact/hooks'
import { useStore } from '../components/use-store.ts'
import { Copyable } from './copyable.tsx'
import { LazyQr } from './lazy-qr.tsx'
import { useStep } from './use-handoff.ts'

interface Props {
  way: Way
  offer: HandoffReply
  opened: boolean
}

/** A link to press where the phone is this device, else a code for its camera. Both are the same link. */
function Carrier({ way, offer }: Omit<Props, 'opened'>) {
  const { handoff, late } = useStep()
  const [scanned, scan] = useState(!matchMedia('(pointer: coarse)').matches)
  // A camera tells nobody that it has read the code: showing it is all we can know.
  useEffect(() => {
    if (scanned) handoff.opened()
  }, [scanned])
  const { link: href } = offer
  const link = { target: '_blank', rel: 'noopener', onClick: handoff.opened }
  if (scanned) {
    return (
      <div class="scan">
        <a class="qr" href={href} aria-label={late.openApp(way)} {...link}>
          <LazyQr link={href} />
        </a>
        <p>{late.scan}</p>
      </div>
    )
  }
  return (
    <>
      <a class="filled" href={href} {...link}>
        {late.openApp(way)}
      </a>
      <button type="button" class="text" onClick={() => scan(true)}>
        {late.showQr}
      </button>
    </>
  )
}

/** The way to the phone: link or QR, with the number and the code for those who type. */
export function HandoffCode({ way, offer, opened }: Props) {
  const { conversation, late } = useStep()
  const site = useStore(conversation.$session)?.look.name ?? ''
  return (
    <>
      <p class="explain">{late.whatHappens({ network: way.network, site })}</p>
      <Carrier way={way} offer={offer} />
      <p class="waiting" role="status">
        {opened && (
          <>
            <i /> <bdi>{late.waiting}</bdi>
          </>
        )}
      </p>
      <div class="by-hand">
        <p>{late.finishByHand}</p>
        <dl>
          <Copyable label={late.number} value={offer.address} />
          <Copyable label={late.code} value={offer.code} />
        </dl>
      </div>
    </>
  )
}
