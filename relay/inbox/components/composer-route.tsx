import { useStore } from '@nanostores/preact'
import { useId } from 'preact/hooks'
import { becauseWords, networkName, surfaceName } from '../format/surface.ts'
import { $chosen, chooseSurface } from '../stores/drafts.ts'
import { $accounts } from '../stores/session.ts'
import { $summary, $thread } from '../stores/thread.ts'
import { t } from '../strings.ts'

/** Where the reply will go and why, and the choice of another surface. */
export function ComposerRoute({ conversation }: { conversation: string }) {
  // It stands in the composer, and in the sheet over it.
  const id = useId()
  const next = useStore($thread)?.next
  const surfaces = useStore($summary)?.surfaces ?? []
  const accounts = useStore($accounts)
  const chosen = useStore($chosen)[conversation] ?? ''
  if (!next) return null
  const why = chosen ? t.composer.chosen : becauseWords(next.why)
  return (
    <div class="route">
      <label class="route-choice">
        <span>{t.composer.goesTo}</span>
        <select
          value={chosen}
          aria-describedby={id}
          onChange={event => chooseSurface(conversation, event.currentTarget.value)}
        >
          <option value="">{t.composer.automatic(networkName(next.on.network))}</option>
          {surfaces.map(surface => (
            <option key={surface.account} value={surface.account}>
              {surfaceName(surface, accounts)}
            </option>
          ))}
        </select>
      </label>
      <span class="route-why" id={id}>
        {why}
      </span>
    </div>
  )
}
