import { useStore } from '@nanostores/preact'
import { useEffect } from 'preact/hooks'
import { Controls } from './controls/controls.tsx'
import { Handset } from './parts/handset.tsx'
import { followMessages } from './stores/banner.ts'
import { $connected, $screen } from './stores/phones.ts'
import { followDrafts } from './stores/place.ts'

/** The phone, with what it is on one side and the demo's controls on the other. */
export function Page() {
  const connected = useStore($connected)
  const screen = useStore($screen)
  useEffect(() => {
    const stops = [followDrafts(), followMessages()]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  return (
    <div class={`page ${new URLSearchParams(location.search).has('framed') ? 'framed' : ''}`}>
      <header class="about">
        <h1>{screen ? `${screen.owner.name}’s phone` : 'Phone'}</h1>
        <p>
          It is simulated, and so are WhatsApp and SMS behind it. The relay speaks to them as it
          would to the real ones.
        </p>
        <p>
          Scan a code in <a href="/shop/">the shop</a> by clicking on it, and the draft stands here,
          ready to send.
        </p>
        <p>
          <a href="/">All of the demo</a>
        </p>
        <p role="status">{screen && !connected ? 'Reconnecting…' : ''}</p>
      </header>
      <Handset />
      <aside class="beside">
        <Controls />
      </aside>
    </div>
  )
}
