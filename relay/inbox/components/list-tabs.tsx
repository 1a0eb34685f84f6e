import { useStore } from '@nanostores/preact'
import { $found } from '../stores/found.ts'
import { $waitingCount, showTab } from '../stores/list.ts'
import { $shelves } from '../stores/shelves.ts'
import { $tab, TABS, type Tab } from '../stores/tabs.ts'
import { t } from '../strings.ts'

/** How many wait; a plus where more may wait than are here. */
function WaitingCount() {
  const count = useStore($waitingCount)
  const { next } = useStore($shelves).waiting
  return count > 0 ? <span class="count">{next === null ? count : `${count}+`}</span> : null
}

/** Which conversations the list shows. */
export function ListTabs() {
  const tab = useStore($tab)
  const found = useStore($found)
  const isShown = (candidate: Tab) => !found && candidate === tab
  return (
    <div class="tabs">
      {TABS.map(candidate => (
        <button
          key={candidate}
          type="button"
          class="tab"
          aria-pressed={isShown(candidate)}
          onClick={() => showTab(candidate)}
        >
          {t.list.tabs[candidate]}
          {candidate === 'waiting' && <WaitingCount />}
        </button>
      ))}
    </div>
  )
}
