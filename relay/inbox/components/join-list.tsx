import { useStore } from '@nanostores/preact'
import type { JoinView } from '@segue/sdk/protocol'
import { moment } from '../format/time.ts'
import { turnJoin } from '../stores/actions.ts'
import { $now } from '../stores/clock.ts'
import { t } from '../strings.ts'
import { Icon } from './icon.tsx'

const toText = ({ user }: JoinView) =>
  user ? `${user.id}${user.proved ? '' : ` (${t.user.notProved})`}` : t.joins.sameBrowser

/** Ids are long and say nothing: their end tells one from the other. A claim's is what somebody said. */
const ofText = ({ kind, of }: JoinView) =>
  `${t.joins.what[kind]} ${kind === 'claim' ? of : of.slice(-4)}`

function JoinRow({ join }: { join: JoinView }) {
  const now = useStore($now)
  const { id, proof, at, endedAt, endedBy } = join
  const isEnded = endedAt !== undefined
  return (
    <li class="link-card" data-ended={isEnded}>
      <p class="link-head" dir="auto">
        {t.joins.to(ofText(join), toText(join))}
      </p>
      <p class="quiet">
        {t.joins.proofs[proof]} · {moment(at, now)}
      </p>
      {isEnded && <p class="quiet">{t.about.ended(endedBy?.name ?? '', moment(endedAt, now))}</p>}
      <button
        type="button"
        class="text-button"
        onClick={() => void turnJoin(id, isEnded ? 'redo' : 'undo')}
      >
        <Icon name="undo" />
        {isEnded ? t.joins.redo : t.joins.undo}
      </button>
    </li>
  )
}

/** By what all this is known to be one person's, and the way to take it apart. */
export function JoinList({ joins }: { joins: readonly JoinView[] }) {
  if (joins.length === 0) return null
  return (
    <section class="card">
      <h3>
        <Icon name="link" />
        {t.joins.title}
      </h3>
      <ul class="links">
        {joins.toReversed().map(join => (
          <JoinRow key={join.id} join={join} />
        ))}
      </ul>
    </section>
  )
}
