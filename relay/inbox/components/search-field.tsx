import { useStore } from '@nanostores/preact'
import { focusList } from '../focus.ts'
import { $search } from '../stores/found.ts'
import { t } from '../strings.ts'
import { Icon } from './icon.tsx'

/** Looks through names and messages. Esc empties it, then leaves it; Down goes into the list. */
export function SearchField() {
  const words = useStore($search)

  const hearKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && words) {
      event.preventDefault()
      $search.set('')
    } else if (event.key === 'ArrowDown') {
      event.preventDefault()
      focusList()
    }
  }

  return (
    <search class="search">
      <Icon name="search" />
      <input
        type="text"
        inputMode="search"
        enterkeyhint="search"
        autocomplete="off"
        data-field="search"
        aria-label={t.list.search}
        placeholder={t.list.search}
        value={words}
        onInput={event => $search.set(event.currentTarget.value)}
        onKeyDown={hearKey}
      />
      {words && (
        <button type="button" class="icon-button" onClick={() => $search.set('')}>
          <Icon name="close" label={t.list.clearSearch} />
        </button>
      )}
    </search>
  )
}
