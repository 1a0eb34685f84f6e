import { useStore } from '@nanostores/preact'
import type { Summary } from '@segue/sdk/protocol'
import {
  claim,
  offerReturn,
  startHandoff,
  startTranscript,
  toggleClosed
} from '../stores/actions.ts'
import { $person } from '../stores/person.ts'
import { $accounts, $me } from '../stores/session.ts'
import { t } from '../strings.ts'
import { Icon, type IconName } from './icon.tsx'

interface ActionProps {
  icon: IconName
  label: string
  hint?: string
  /** Keeps its words longest. */
  main?: boolean
  run: () => void
}

/** One thing to do: its words give way to its picture where there is no room. */
function Action({ icon, label, hint, main, run }: ActionProps) {
  return (
    <button
      type="button"
      class={`button action${main ? ' is-main' : ''}`}
      title={hint ?? label}
      onClick={run}
    >
      <Icon name={icon} />
      <span class="action-words">{label}</span>
    </button>
  )
}

/** What an agent can do with a conversation. */
export function ThreadActions({ summary }: { summary: Summary }) {
  const accounts = useStore($accounts)
  const links = useStore($person)?.view?.links ?? []
  const { id, site, state, agent } = summary
  const mails = useStore($me)?.sites.find(({ key }) => key === site)?.transcript
  const isClosed = state === 'closed'
  const hasPhone = links.some(
    ({ on, endedAt, conversation }) =>
      on.account !== 'web' && endedAt === undefined && conversation === id
  )
  return (
    <div class="thread-actions">
      {!isClosed && !agent && (
        <Action
          main
          icon="claim"
          label={t.thread.claim}
          hint={t.thread.claimHint}
          run={() => void claim()}
        />
      )}
      {hasPhone && (
        <Action
          icon="link"
          label={t.thread.returnLink}
          hint={t.thread.returnLinkHint}
          run={() => void offerReturn()}
        />
      )}
      {accounts.length > 0 && <Action icon="phone" label={t.thread.handoff} run={startHandoff} />}
      {mails && (
        <Action
          icon="mail"
          label={t.transcript.open}
          hint={t.transcript.openHint}
          run={() => startTranscript()}
        />
      )}
      <Action
        main
        icon={isClosed ? 'reopen' : 'check'}
        label={isClosed ? t.thread.reopen : t.thread.close}
        run={() => void toggleClosed()}
      />
    </div>
  )
}
