import { useStore } from '@nanostores/preact'
import type { App } from '../../networks/screen.ts'
import { $banner } from '../stores/banner.ts'
import { goTo } from '../stores/place.ts'

const NAMES: Record<App, string> = { whatsapp: 'WhatsApp', messages: 'Messages' }

/** A message that came in elsewhere. A tap opens its chat. */
export function BannerView() {
  const banner = useStore($banner)
  const open = () => {
    if (banner) goTo({ at: 'chat', app: banner.app })
    $banner.set(null)
  }
  return (
    <div class="banner-place" role="status">
      {banner && (
        <button type="button" class="banner" onClick={open}>
          <span class={`tile ${banner.app}`} aria-hidden="true" />
          <span class="from">
            {NAMES[banner.app]} · {banner.title}
          </span>
          <span class="text">{banner.text}</span>
        </button>
      )}
    </div>
  )
}
