import { useStore } from '@nanostores/preact'
import { $pane, $route } from '../stores/route.ts'
import { AboutPane } from './about-pane.tsx'
import { DialogHost } from './dialog-host.tsx'
import { ListPane } from './list-pane.tsx'
import { Announcer, Notices } from './notices.tsx'
import { ThreadPane } from './thread-pane.tsx'
import { useFocusOnReturn } from './use-focus-along.ts'

/** Three columns; one at a time where there is no room for more. */
export function Desk() {
  const pane = useStore($pane)
  useFocusOnReturn(useStore($route))
  return (
    <div class="desk" data-pane={pane}>
      <ListPane />
      <ThreadPane />
      <AboutPane />
      <Notices />
      <Announcer />
      <DialogHost />
    </div>
  )
}
