import { useStore } from '@nanostores/preact'
import { refetchThread } from '../stores/follow.ts'
import { $thread } from '../stores/thread.ts'
import { t } from '../strings.ts'
import { Composer } from './composer.tsx'
import { ThreadHead } from './thread-head.tsx'
import { Timeline } from './timeline.tsx'

/** What shows in place of a thread that is not there. */
function NoThread() {
  const thread = useStore($thread)
  if (!thread) {
    return (
      <div class="empty">
        <p class="empty-title">{t.thread.none}</p>
        <p class="keys-hint">{t.thread.noneHint}</p>
      </div>
    )
  }
  if (thread.status === 'loading') return <p class="empty">{t.thread.loading}</p>
  if (thread.status === 'missing') return <p class="empty">{t.thread.missing}</p>
  return (
    <div class="empty">
      <p>{t.thread.failed}</p>
      <button type="button" class="button" onClick={() => void refetchThread(thread.id)}>
        {t.again}
      </button>
    </div>
  )
}

/** The second column: the conversation itself. */
export function ThreadPane() {
  const thread = useStore($thread)
  return (
    <main class="pane thread-pane">
      {thread && <ThreadHead conversation={thread.id} />}
      {thread?.status === 'ready' ? (
        <>
          <Timeline key={thread.id} />
          <Composer key={`composer-${thread.id}`} conversation={thread.id} />
        </>
      ) : (
        <NoThread />
      )}
    </main>
  )
}
