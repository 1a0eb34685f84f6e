import { useStore } from '@nanostores/preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { $list, extendList, reloadList, type ShownList } from '../stores/list.ts'
import { $selected } from '../stores/route.ts'
import { $tab } from '../stores/tabs.ts'
import { t } from '../strings.ts'
import { ConversationItem } from './conversation-item.tsx'
import { useNear } from './use-near.ts'

/** Moving a focused element in the document takes its focus away: this gives it back. */
function useKeptFocus(items: ShownList['items']) {
  const box = useRef<HTMLUListElement>(null)
  const focused = useRef<{ id: string; place: number } | null>(null)

  // It is the list's change that moves the focus
  useLayoutEffect(() => {
    if (!focused.current || document.activeElement !== document.body) return
    const all = [...(box.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])]
    const same = all.find(item => item.dataset.item === focused.current?.id)
    const target = same ?? all[Math.min(focused.current.place, all.length - 1)]
    target?.focus({ preventScroll: true })
  }, [items])

  const remember = ({ target }: Event) => {
    const id = target instanceof HTMLElement ? target.dataset.item : undefined
    focused.current = id ? { id, place: items.findIndex(item => item.id === id) } : null
  }
  const forget = () => {
    focused.current = null
  }
  return { box, remember, forget }
}

/** What shows in place of a list that has nothing to show. */
function EmptyList({ status, words }: ShownList) {
  const tab = useStore($tab)
  if (status === 'failed') {
    return (
      <div class="empty">
        <p>{t.list.failed}</p>
        <button type="button" class="button" onClick={() => void reloadList()}>
          {t.again}
        </button>
      </div>
    )
  }
  const isReady = status === 'ready'
  const nothing = words ? t.list.nothingFound(words) : t.list.empty[tab]
  return <p class="empty">{isReady ? nothing : t.loading}</p>
}

/** The list. It grows at its end as one scrolls. */
export function ConversationList() {
  const list = useStore($list)
  const selected = useStore($selected)
  const { box, remember, forget } = useKeptFocus(list.items)
  const end = useNear<HTMLButtonElement>(() => void extendList(), list)

  if (list.items.length === 0 && !list.more) return <EmptyList {...list} />
  return (
    <div class="list" data-scroll>
      <ul ref={box} onFocusIn={remember} onFocusOut={forget}>
        {list.items.map(summary => (
          <ConversationItem key={summary.id} summary={summary} isOpen={summary.id === selected} />
        ))}
      </ul>
      {list.more && (
        <button ref={end} type="button" class="button is-quiet" onClick={() => void extendList()}>
          {list.status === 'loading' ? t.loading : t.list.more}
        </button>
      )}
    </div>
  )
}
