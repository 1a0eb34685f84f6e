import type { MessageEntry } from '@segue/sdk'
import { atom } from 'nanostores'

/** An announcement stays this long, in milliseconds: long enough for every screen reader to take it up. */
const SAID_MS = 3_000

/** What screen readers are told: said once, and gone, so that nobody who walks through the panel meets it again. */
export function createAnnouncements() {
  const $news = atom<readonly MessageEntry[]>([])
  const timers = new Set<ReturnType<typeof setTimeout>>()
  return {
    $news,

    announce(message: MessageEntry): void {
      $news.set([...$news.get(), message])
      const timer = setTimeout(() => {
        timers.delete(timer)
        $news.set($news.get().filter(one => one !== message))
      }, SAID_MS)
      timers.add(timer)
    },

    clear(): void {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
      $news.set([])
    }
  }
}
