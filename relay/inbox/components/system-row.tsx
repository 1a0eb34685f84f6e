import { useStore } from '@nanostores/preact'
import type { SystemLine } from '../fold/system-lines.ts'
import { moment } from '../format/time.ts'
import { $now } from '../stores/clock.ts'
import { Icon, type IconName } from './icon.tsx'

const icons: Record<SystemLine['about'], IconName> = {
  handoff: 'phone',
  link: 'link',
  mirror: 'eye',
  state: 'person',
  rating: 'track'
}

/** Something that happened, small and in the middle. */
export function SystemRow({ line }: { line: SystemLine }) {
  const now = useStore($now)
  return (
    <p class="system-row">
      <Icon name={icons[line.about]} />
      {line.text}
      {' · '}
      <time dateTime={new Date(line.at).toISOString()}>{moment(line.at, now)}</time>
    </p>
  )
}
