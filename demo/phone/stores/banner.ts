import { atom } from 'nanostores'
import type { App, Screen } from '../../networks/screen.ts'
import { $screen } from './phones.ts'
import { $place } from './place.ts'

/** A message that came while its chat was not open. */
export interface Banner {
  app: App
  title: string
  text: string
}

export const $banner = atom<Banner | null>(null)

const SHOWN_MS = 6000

/** Shows a banner for every message that comes in elsewhere. */
export function followMessages(): () => void {
  let known: Screen | null = null
  let timer: ReturnType<typeof setTimeout>
  return $screen.subscribe(screen => {
    const fresh = known && screen && newest(known as Screen, screen as Screen)
    known = screen as Screen | null
    if (!fresh) return
    $banner.set(fresh)
    clearTimeout(timer)
    timer = setTimeout(() => $banner.set(null), SHOWN_MS)
  })
}

function newest(before: Screen, now: Screen): Banner | undefined {
  if (before.owner.number !== now.owner.number) return undefined
  const place = $place.get()
  for (const [index, { app, title, number, bubbles }] of now.chats.entries()) {
    const last = bubbles.at(-1)
    const old = before.chats[index]?.bubbles.at(-1)
    if (!last || last.mine || last.id === old?.id) continue
    if (place.at === 'chat' && place.app === app) continue
    return { app, title: title || number, text: last.text || 'Picture' }
  }
  return undefined
}
