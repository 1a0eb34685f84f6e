import { useStore } from '@nanostores/preact'
import { Controls } from '../controls/controls.tsx'
import { ChatScreen } from '../screens/chat.tsx'
import { Home } from '../screens/home.tsx'
import { ChatList } from '../screens/list.tsx'
import { $now } from '../stores/now.ts'
import { $screen } from '../stores/phones.ts'
import { $place, goHome } from '../stores/place.ts'
import { BannerView } from './banner.tsx'
import { StatusBar } from './status-bar.tsx'

function Shown() {
  const screen = useStore($screen)
  const place = useStore($place)
  const now = useStore($now)
  if (!screen) return <p class="starting">Starting…</p>
  if (place.at === 'home') return <Home screen={screen} now={now} />
  if (place.at === 'controls') return <Controls />
  const props = { app: place.app, screen, now }
  return place.at === 'list' ? <ChatList {...props} /> : <ChatScreen {...props} />
}

/** The phone itself: glass in a frame, with a home bar. */
export function Handset() {
  const screen = useStore($screen)
  const place = useStore($place)
  const now = useStore($now)
  return (
    <main class="handset" aria-label={screen ? `${screen.owner.name}'s phone` : 'Phone'}>
      <div class={`glass at-${place.at} ${'app' in place ? place.app : ''}`}>
        <StatusBar now={now} />
        <Shown />
        <BannerView />
        <button type="button" class="home-bar" aria-label="Home screen" onClick={goHome}>
          <i />
        </button>
      </div>
    </main>
  )
}
