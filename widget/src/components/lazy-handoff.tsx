import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { usePanel } from './context.ts'

type Sheet = ComponentType<{ account: string | undefined }>

/** The handoff sheet, in a chunk of its own: whoever only types never pays for it. */
export function LazyHandoff({ account }: { account: string | undefined }) {
  const { adopt, stopHandoff, words } = usePanel()
  const [Sheet, show] = useState<Sheet | undefined>()
  useEffect(() => {
    let gone = false
    import('../handoff/sheet.tsx').then(
      ({ css, Sheet }) => {
        adopt(css)
        if (!gone) show(() => Sheet)
      },
      // Offline: back to the chat, which says so.
      stopHandoff
    )
    return () => {
      gone = true
    }
  }, [])
  return Sheet ? <Sheet account={account} /> : <p class="note">{words.oneMoment}</p>
}
