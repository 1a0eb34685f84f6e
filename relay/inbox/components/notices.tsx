import { useStore } from '@nanostores/preact'
import { $trouble } from '../stores/connection.ts'
import { $announcement, $notice, dismissNotice } from '../stores/notice.ts'
import { t } from '../strings.ts'
import { Icon } from './icon.tsx'

/** What was done or did not work, and how the line is. The region is there before its words, or nobody reads them out. */
export function Notices() {
  const notice = useStore($notice)
  const trouble = useStore($trouble)
  return (
    <div class="notices" role="status">
      {trouble && <p class="notice is-trouble">{t.connection[trouble]}</p>}
      {notice && (
        <p class={`notice is-${notice.tone}`}>
          <span>{notice.text}</span>
          <button type="button" class="icon-button" onClick={dismissNotice}>
            <Icon name="close" label={t.notice.dismiss} />
          </button>
        </p>
      )}
    </div>
  )
}

/** Speaks to screen readers what the eye sees for itself. */
export function Announcer() {
  return (
    <p class="sr-only" aria-live="polite">
      {useStore($announcement)}
    </p>
  )
}
