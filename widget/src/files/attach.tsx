import { useRef } from 'preact/hooks'
import { usePanel } from '../components/context.ts'
import { Icon } from '../components/icon.tsx'
import { CLIP } from '../components/icons.ts'
import { useStore } from '../components/use-store.ts'
import { useAttach } from './use-attach.ts'

/** The button that picks files; it is there until the relay says that it takes none. */
export function Attach() {
  const { conversation, words } = usePanel()
  const session = useStore(conversation.$session)
  const input = useRef<HTMLInputElement>(null)
  const attach = useAttach()
  if (session && !session.files) return null
  return (
    <>
      <button
        type="button"
        class="attach"
        aria-label={words.attach}
        onClick={() => input.current!.click()}
      >
        <Icon path={CLIP} />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={session?.files?.kinds.join() ?? ''}
        onChange={({ currentTarget }) => {
          attach(currentTarget.files ?? [])
          // The same file may be picked again.
          currentTarget.value = ''
        }}
      />
    </>
  )
}

/** The files that go with the next message, once there are any. */
export function TrayPlace() {
  const { $tray, words } = usePanel()
  const Tray = useStore($tray)
  if (Tray === 'lost') return <p role="alert">{words.handoffFailed}</p>
  return Tray ? <Tray /> : null
}
