import { atom } from 'nanostores'
import type { App } from '../../networks/screen.ts'
import { $screen, chatOf } from './phones.ts'

/** Where on the phone one is. */
export type Place = { at: 'home' } | { at: 'controls' } | { at: 'list' | 'chat'; app: App }

export const $place = atom<Place>({ at: 'home' })

export const goHome = () => $place.set({ at: 'home' })
export const goTo = (place: Place) => $place.set(place)

/** A link put a draft somewhere: the phone goes there, once for each draft. */
export function followDrafts(): () => void {
  let latest = 0
  return $screen.subscribe(screen => {
    for (const { app, draft } of screen?.chats ?? []) {
      if (!draft || draft.at <= latest) continue
      latest = draft.at
      goTo({ at: 'chat', app })
    }
  })
}

/** The chat that is open, if one is. */
export const openChat = () => {
  const place = $place.get()
  return place.at === 'chat' ? chatOf($screen.get()?.chats ?? [], place.app) : undefined
}
