import { useStore } from '@nanostores/preact'
import { openDialog } from '../stores/dialog.ts'
import { $me, signOut } from '../stores/session.ts'
import { t } from '../strings.ts'
import { ConversationList } from './conversation-list.tsx'
import { Icon } from './icon.tsx'
import { ListTabs } from './list-tabs.tsx'
import { SearchField } from './search-field.tsx'

/** The first column: who wrote, and for how long they have waited. */
export function ListPane() {
  const me = useStore($me)
  return (
    <nav class="pane list-pane" aria-label={t.list.title}>
      <header class="pane-head">
        <h1 class="pane-title">{t.product}</h1>
        <span class="me">{me?.name}</span>
        <button
          type="button"
          class="icon-button"
          title={t.help.title}
          onClick={() => openDialog({ kind: 'help' })}
        >
          <Icon name="keys" label={t.help.title} />
        </button>
        <button type="button" class="icon-button" title={t.signOut} onClick={() => signOut()}>
          <Icon name="out" label={t.signOut} />
        </button>
      </header>
      <SearchField />
      <ListTabs />
      <ConversationList />
    </nav>
  )
}
