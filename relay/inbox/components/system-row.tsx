import { useStore } from '@nanostores/preact'
import type { SystemLine } from '../fold/system-lines.ts'
import { moment } from '../format/time.ts'
import { startTranscript } from '../stores/actions.ts'
import { $now } from '../stores/clock.ts'
import { t } from '../strings.ts'
import { Icon, type IconName } from './icon.tsx'

const icons: Record<SystemLine['about'], IconName> = {
  handoff: 'phone',
  link: 'link',
  mirror: 'eye',
  state: 'person',
  rating: 'track',
  mail: 'mail'
}

/** Asks where to, and sends it. */
function MailAgain({ email }: { email: string }) {
  return (
    <>
      {' '}
      <button type="button" class="text-button" onClick={() => startTranscript(email || undefined)}>
        {t.mail.again}
      </button>
    </>
  )
}

/** Something that happened, small and in the middle. */
export function SystemRow({ line }: { line: SystemLine }) {
  const now = useStore($now)
  return (
    <p class="system-row">
      <Icon name={line.mailAgain === undefined ? icons[line.about] : 'alert'} />
      {line.text}
      {' · '}
      <time dateTime={new Date(line.at).toISOString()}>{moment(line.at, now)}</time>
      {line.mailAgain !== undefined && <MailAgain email={line.mailAgain} />}
    </p>
  )
}
