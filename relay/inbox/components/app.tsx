import { useStore } from '@nanostores/preact'
import { useEffect } from 'preact/hooks'
import { wearBrand } from '../brand.ts'
import { startDesk } from '../desk.ts'
import { startKeyboard } from '../keyboard.ts'
import { $me, $session } from '../stores/session.ts'
import { $unread } from '../stores/summaries.ts'
import { t } from '../strings.ts'
import { Desk } from './desk.tsx'
import { SignIn } from './sign-in.tsx'

const showUnread = (unread: number) => {
  document.title = unread > 0 ? `(${unread}) ${t.product}` : t.product
}

/** The inbox: the door, or the desk. */
export function App() {
  const isIn = useStore($session).status === 'in'
  const me = useStore($me)

  useEffect(() => wearBrand(me?.sites ?? []), [me])

  useEffect(() => {
    if (!isIn) return
    const stops = [startDesk(), startKeyboard(), $unread.subscribe(showUnread)]
    return () => {
      for (const stop of stops) stop()
      document.title = t.product
    }
  }, [isIn])

  return isIn ? <Desk /> : <SignIn />
}
