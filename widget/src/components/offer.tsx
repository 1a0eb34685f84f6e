import type { Surface } from '@segue/sdk'
import { usePanel } from './context.ts'
import { Icon } from './icon.tsx'
import { PHONE } from './icons.ts'

/** An agent suggests going on elsewhere: one tap from doing so. */
export function Offer({ to }: { to: Surface }) {
  const { startHandoff, words } = usePanel()
  return (
    <div class="offer">
      <p>{words.offered(to)}</p>
      <button type="button" class="filled" onClick={() => startHandoff(to.account)}>
        <Icon path={PHONE} />
        {words.continueOn(to)}
      </button>
    </div>
  )
}
