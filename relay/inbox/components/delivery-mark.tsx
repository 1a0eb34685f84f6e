import { useStore } from '@nanostores/preact'
import type { Surface } from '@segue/sdk/protocol'
import type { Progress } from '../fold/shown-message.ts'
import { networkName } from '../format/surface.ts'
import { moment } from '../format/time.ts'
import { $now } from '../stores/clock.ts'
import { t } from '../strings.ts'
import { Icon, type IconName } from './icon.tsx'

const icons: Record<Progress['state'], IconName> = {
  sending: 'clock',
  queued: 'clock',
  sent: 'sent',
  delivered: 'twice',
  read: 'twice',
  failed: 'alert',
  unknown: 'question',
  unsent: 'clock',
  refused: 'alert'
}

/** `SMS · delivered 14:03` */
export function progressWords(progress: Progress, on: Surface | undefined, now: number): string {
  if (progress.state === 'sending') return t.delivery.sending
  if (progress.state === 'unsent') return t.delivery.unsent
  if (progress.state === 'refused') return t.delivery.refused(progress.reason ?? '')
  const at = 'at' in progress ? progress.at : undefined
  const place = networkName(on?.network ?? 'web')
  const state = t.delivery[progress.state]
  return at === undefined
    ? t.delivery.noTime(place, state)
    : t.delivery.words(place, state, moment(at, now))
}

/** How far a message got: a mark for the eye; in words on hover, on focus, and for who listens. */
export function DeliveryMark({ progress, on }: { progress: Progress; on?: Surface | undefined }) {
  const now = useStore($now)
  return (
    <span class={`mark is-${progress.state}`}>
      <Icon name={icons[progress.state]} />
      <span class="mark-words">{progressWords(progress, on, now)}</span>
    </span>
  )
}
