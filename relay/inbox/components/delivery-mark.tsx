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

/** `SMS · delivered 14:03`; nothing where the trouble is told in full below. */
function progressWords(progress: Progress, on: Surface | undefined, now: number): string {
  switch (progress.state) {
    case 'sending':
      return t.delivery.sending
    case 'queued':
    case 'sent':
    case 'delivered':
    case 'read': {
      const reached = `${networkName(on?.network ?? 'web')} · ${t.delivery[progress.state]}`
      return progress.at === undefined ? reached : `${reached} ${moment(progress.at, now)}`
    }
    default:
      return ''
  }
}

/** How far a message got: a mark for the eye; in words on hover, on focus, and for who listens. */
export function DeliveryMark({ progress, on }: { progress: Progress; on?: Surface | undefined }) {
  const words = progressWords(progress, on, useStore($now))
  return (
    <span class={`mark is-${progress.state}`}>
      <Icon name={icons[progress.state]} />
      {words && <span class="mark-words">{words}</span>}
    </span>
  )
}
