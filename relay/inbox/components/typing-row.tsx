import { useStore } from '@nanostores/preact'
import { $typing } from '../stores/presence.ts'
import { $summary } from '../stores/thread.ts'
import { t } from '../strings.ts'

/** Who is writing. Its place is always there, so that nothing moves when they begin. */
export function TypingRow() {
  const summary = useStore($summary)
  const typing = useStore($typing)[summary?.id ?? '']
  const name = typing && (typing.name ?? (typing.from === 'visitor' ? summary?.name : undefined))
  return (
    <p class="typing" data-from={typing?.from}>
      {typing && (
        <>
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {t.thread.writing(name ?? t.authors[typing.from])}
        </>
      )}
    </p>
  )
}
