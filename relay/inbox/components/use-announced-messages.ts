import { useEffect, useRef } from 'preact/hooks'
import { announce } from '../stores/notice.ts'
import { $thread } from '../stores/thread.ts'
import { t } from '../strings.ts'

/** Reads out what comes in while the thread is open: each once, and nothing that was there before. */
export function useAnnouncedMessages(name: string): void {
  const spoken = useRef<number | null>(null)
  useEffect(
    () =>
      $thread.subscribe(thread => {
        if (!thread) return
        const from = spoken.current ?? thread.seq
        spoken.current = Math.max(from, thread.seq)
        const newest = thread.entries.findLast(
          entry => entry.type === 'message' && entry.from === 'visitor' && entry.seq > from
        )
        if (newest?.type === 'message') announce(t.thread.newFrom(newest.name ?? name, newest.text))
      }),
    [name]
  )
}
