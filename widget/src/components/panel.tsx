import { useMemo, useRef } from 'preact/hooks'
import { TrayPlace } from '../files/attach.tsx'
import { useDrop } from '../files/use-drop.ts'
import { Announcer } from './announcer.tsx'
import { Away } from './away.tsx'
import { Composer } from './composer.tsx'
import { usePanel } from './context.ts'
import { Header } from './header.tsx'
import { LazyBefore } from './lazy-before.tsx'
import { LazyHandoff } from './lazy-handoff.tsx'
import { LazyTalks } from './lazy-talks.tsx'
import { Thread } from './thread.tsx'
import { useScreen } from './use-screen.ts'
import { useStore } from './use-store.ts'

/** Shown when there is no connection, or is to be none; what is written waits. */
function Connection() {
  const { conversation, words } = usePanel()
  const connection = useStore(conversation.$connection)
  return (
    <p class="connection" role="status">
      {connection === 'offline' && words.reconnecting}
      {connection === 'refused' && words.unavailable}
    </p>
  )
}

function Talk({ takesFocus }: { takesFocus: boolean }) {
  const { $asks, conversation } = usePanel()
  const asks = useStore($asks)
  const before = useStore(conversation.$session, session => session?.before)
  return (
    <>
      <Header />
      <Connection />
      <Thread />
      <Away />
      <TrayPlace />
      {before && <LazyBefore />}
      {!asks && <Composer takesFocus={takesFocus || !!before} />}
    </>
  )
}

/** The open chat: beside the page on a desktop, instead of it on a phone. */
export function Panel() {
  const { $handing, $phone, $talks, conversation, mode, stopHandoff, words, close } = usePanel()
  const box = useRef<HTMLDivElement>(null)
  const phone = useStore($phone)
  const handing = useStore($handing)
  const talks = useStore($talks)
  const site = useStore(conversation.$session, session => session?.look.name)
  const covers = phone || mode === 'page'
  useScreen(box, { covers, holds: phone })
  // A part of the page takes it only back from what was shown instead.
  const takesFocus = useRef(!mode)
  takesFocus.current ||= !!(handing || talks)
  // Not drawn again with the box around it.
  const inside = useMemo(() => {
    if (handing) return <LazyHandoff account={handing.account} />
    return talks ? <LazyTalks /> : <Talk takesFocus={takesFocus.current} />
  }, [handing, talks])
  const drop = useDrop()

  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return
    if (mode && !handing && !talks) return
    // The page may have a dialog of its own that Escape would close next, and so may the browser.
    event.stopPropagation()
    event.preventDefault()
    if (handing) stopHandoff()
    else if (talks) $talks.set(talks.reading && {})
    else close()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is a region or a dialog.
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the same.
    <div
      ref={box}
      id="segue-panel"
      class={`panel${covers ? ' phone' : ''}`}
      aria-label={site ? words.chatWith({ site }) : words.chat}
      role={mode ? 'region' : 'dialog'}
      {...(phone ? { 'aria-modal': true } : {})}
      tabIndex={-1}
      onKeyDown={leave}
      {...drop}
    >
      <Announcer />
      {inside}
    </div>
  )
}
