import { useStore } from '@nanostores/preact'
import type { Surface } from '@segue/sdk/protocol'
import type { Progress } from '../fold/shown-message.ts'
import { networkName } from '../format/surface.ts'
import { moment } from '../format/time.ts'
import { resend } from '../stores/actions.ts'
import { $now } from '../stores/clock.ts'
import { discardReply, retryReply } from '../stores/replies.ts'
import { t } from '../strings.ts'

function Again({ words, run }: { words: string; run: () => void }) {
  return (
    <button type="button" class="text-button" onClick={run}>
      {words}
    </button>
  )
}

/** A delivery that failed, or of which nobody knows: what is the matter, and what can be done. */
function LostDelivery({ progress, on }: DeliveryTroubleProps<'failed' | 'unknown'>) {
  const now = useStore($now)
  const { state, at, reason, delivery } = progress
  const place = networkName(on?.network ?? 'web')
  const words =
    state === 'unknown'
      ? t.delivery.lost(place)
      : `${t.delivery.failedFor(place, reason)} ${moment(at, now)}`
  return (
    <p class={`trouble is-${state}`}>
      {words} <Again words={t.delivery.resend} run={() => void resend(delivery)} />
    </p>
  )
}

/** A reply that could not go out. */
function UnsentReply({ progress }: DeliveryTroubleProps<'unsent' | 'refused'>) {
  const { state, cid, reason = '' } = progress
  return (
    <p class={`trouble is-${state}`}>
      {state === 'unsent' ? t.delivery.unsent : t.delivery.refused(reason)}{' '}
      <Again words={t.again} run={() => retryReply(cid)} />{' '}
      <Again words={t.delivery.discard} run={() => discardReply(cid)} />
    </p>
  )
}

interface DeliveryTroubleProps<State extends Progress['state']> {
  progress: Extract<Progress, { state: State }>
  on?: Surface | undefined
}

/** What is said of a message that did not get where it should, always in words. */
export function DeliveryTrouble({
  progress,
  on
}: {
  progress: Progress
  on?: Surface | undefined
}) {
  if (progress.state === 'failed' || progress.state === 'unknown') {
    return <LostDelivery progress={progress} on={on} />
  }
  if (progress.state === 'unsent' || progress.state === 'refused') {
    return <UnsentReply progress={progress} on={on} />
  }
  return null
}
