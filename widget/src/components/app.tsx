import { Announcer } from './announcer.tsx'
import { usePanel } from './context.ts'
import { Panel } from './panel.tsx'
import { useStore } from './use-store.ts'

/** What the chat draws beside the launcher. There is an announcer before anything can be announced. */
export function App() {
  const open = useStore(usePanel().$open)
  // A modal panel hides what is beside it from screen readers: the announcer moves in.
  return open ? <Panel /> : <Announcer />
}
