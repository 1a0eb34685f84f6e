import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { usePanel } from '../components/context.ts'
import { Icon } from '../components/icon.tsx'
import { BELL } from '../components/icons.ts'
import { useLate } from '../components/use-late.ts'
import { useStore } from '../components/use-store.ts'
import { currentPush, type PushOffer, startPush, stopPush } from './push-browser.ts'

export { default as css } from './push.css?inline'

type State = 'unknown' | 'off' | 'on' | 'busy' | 'denied' | 'failed'

function usePush(offer: PushOffer) {
  const { chat, site } = usePanel()
  const [state, setState] = useState<State>('unknown')

  useEffect(() => {
    currentPush(site, offer).then(
      known => {
        // Told again with each visit: the relay may have lost it, or the browser may have renewed it.
        if (known) chat.startPush(known).catch(() => {})
        setState(known ? 'on' : 'off')
      },
      () => setState('off')
    )
  }, [])

  const start = async (): Promise<State> => {
    const subscribed = await startPush(site, offer)
    if (!subscribed) return 'denied'
    try {
      await chat.startPush(subscribed)
      return 'on'
    } catch {
      await stopPush(site)
      return 'failed'
    }
  }

  const stop = async (): Promise<State> => {
    const endpoint = await stopPush(site)
    // Where the relay cannot be told, the push service will tell it that the browser is gone.
    if (endpoint) chat.stopPush({ endpoint }).catch(() => {})
    return 'off'
  }

  const run = (work: () => Promise<State>) => () => {
    setState('busy')
    work().then(setState, () => setState('failed'))
  }
  return { state, start: run(start), stop: run(stop) }
}

/** Whether the visitor has asked something that nobody has answered yet. */
function useWaits(): boolean {
  const { conversation } = usePanel()
  const last = useStore(conversation.$timeline).findLast(row => row.type === 'message')
  return last?.type === 'message' && last.message.from === 'visitor'
}

/** What was pressed here may be gone with the answer to it: then the focus is on the line that gives it, and not on the page. */
function useFocusKept(box: RefObject<HTMLElement | null>, state: State): void {
  const had = useRef(false)
  useLayoutEffect(() => {
    const focused = (box.current?.getRootNode() as ShadowRoot | undefined)?.activeElement
    if (had.current && !focused) box.current!.focus()
    had.current = !!focused && box.current!.contains(focused)
  }, [state])
}

/** One quiet line: the browser tells the visitor of an answer once they have left. Nothing is asked of the browser before the click. */
export function Push({ offer }: { offer: PushOffer }) {
  const { words } = usePanel()
  const push = useLate()?.push
  const { state, start, stop } = usePush(offer)
  const waits = useWaits()
  const box = useRef<HTMLDivElement>(null)
  useFocusKept(box, state)
  if (!push) return null
  const isOn = state === 'on'
  const isBusy = state === 'busy'
  const isAsked = waits && (state === 'off' || state === 'failed')
  const says = { on: push.on, denied: push.denied, failed: words.handoffFailed }[state as 'on']
  return (
    <div class="push note" tabIndex={-1} ref={box}>
      <span role="status">{says}</span>
      {(isOn || isBusy || isAsked) && (
        <button
          type="button"
          class="text"
          aria-disabled={isBusy}
          onClick={isBusy ? undefined : isOn ? stop : start}
        >
          {!isOn && <Icon path={BELL} size={16} />}
          {isOn ? push.stop : push.ask}
        </button>
      )}
    </div>
  )
}
