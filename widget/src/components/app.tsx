import { useStore } from '@nanostores/preact'
import { Announcer } from './announcer.tsx'
import { usePanel } from './context.ts'
import { Panel } from './panel.tsx'

/** What the chat draws beside the launcher. The announcer is there before anything can be announced. */
export function App() {
  const open = useStore(usePanel().$open)
  return (
    <>
      <Announcer />
      {open && <Panel />}
    </>
  )
}
