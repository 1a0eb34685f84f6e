import { useState } from 'preact/hooks'
import { usePanel } from '../components/context.ts'
import { useStore } from '../components/use-store.ts'
import type { LateWords } from '../strings/words.ts'

/** Begins another conversation, where the present one has ended. */
export function StartButton({ late }: { late: LateWords }) {
  const { $talks, chat, conversation, words } = usePanel()
  const [state, setState] = useState<'ready' | 'starting' | 'lost'>('ready')
  if (!useStore(conversation.$end)) return null

  const start = (event: Event) => {
    if (state === 'starting') return
    const root = (event.currentTarget as Element).getRootNode() as ShadowRoot
    setState('starting')
    chat.begin().then(
      () => {
        $talks.set(undefined)
        // From the list the field comes anew, and takes it by itself.
        root.querySelector<HTMLElement>('.composer textarea')?.focus({ preventScroll: true })
      },
      () => setState('lost')
    )
  }

  return (
    <>
      <button type="button" class="chip start" aria-disabled={state === 'starting'} onClick={start}>
        {late.talks.start}
      </button>
      <p class="trouble" role="status">
        {state === 'lost' && words.handoffFailed}
      </p>
    </>
  )
}
