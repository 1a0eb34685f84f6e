import { usePanel } from './context.ts'
import { Icon } from './icon.tsx'
import { BELL, BELL_OFF } from './icons.ts'
import { useStore } from './use-store.ts'

/** Whether a new answer makes a sound. */
export function SoundButton() {
  const { $quiet, words } = usePanel()
  const quiet = useStore($quiet)
  return (
    <button
      type="button"
      class="plain"
      aria-label={words.sound}
      aria-pressed={!quiet}
      onClick={() => $quiet.set(!quiet)}
    >
      <Icon path={quiet ? BELL_OFF : BELL} />
    </button>
  )
}
