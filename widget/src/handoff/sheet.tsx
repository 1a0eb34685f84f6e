import type { Way } from '@segue/sdk'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { CloseButton } from '../components/header.tsx'
import { Icon } from '../components/icon.tsx'
import { CHAT, CHECK, NEXT } from '../components/icons.ts'
import { useLate } from '../components/use-late.ts'
import { useStore } from '../components/use-store.ts'
import type { Link } from '../stores/links.ts'
import { HandoffCode } from './code.tsx'
import type { Handoff } from './handoff-store.ts'
import { BACK, TEXTS } from './icons.ts'
import { HandoffNumber } from './number.tsx'
import css from './sheet.css?inline'
import { useHandoff, useStep } from './use-handoff.ts'

export { css }

type At<Step extends Handoff['step']> = Extract<Handoff, { step: Step }>

/** One line a choice. */
function Choices() {
  const { conversation, handoff, late, words } = useStep()
  const ways = useStore(conversation.$ways)
  return (
    <>
      <p class="explain">{late.takeItWithYou}</p>
      <ul class="choices">
        {ways.map(way => (
          <li key={way.account}>
            <button type="button" onClick={() => handoff.choose(way)}>
              <Icon path={way.network === 'sms' ? TEXTS : CHAT} />
              <span>
                <b>{words.networkName(way)}</b>
                <bdi dir="ltr">{way.address}</bdi>
              </span>
              <Icon path={NEXT} size={16} flip />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Something is in the way; one button is the way on. */
function Stuck({ text, action, way }: { text: string; action: string; way: Way }) {
  const { handoff } = useHandoff()
  return (
    <>
      <p class="explain" role="alert">
        {text}
      </p>
      <button type="button" class="filled" onClick={() => handoff.choose(way)}>
        {action}
      </button>
    </>
  )
}

/** We have texted, and wait. */
function Texted({ way, number }: At<'texted'>) {
  const { handoff, late, words } = useStep()
  return (
    <>
      <p class="explain">{late.textedNumber({ number })}</p>
      <p class="waiting" role="status">
        <i /> <bdi>{late.waiting}</bdi>
      </p>
      <button type="button" class="text" onClick={() => handoff.choose(way)}>
        {words.tryAgain}
      </button>
    </>
  )
}

/** The small moment of joy. */
function Joined({ link }: { link: Link }) {
  const { late, stopHandoff, words } = useStep()
  return (
    <div class="joined">
      <span class="joy">
        <Icon path={CHECK} size={32} />
      </span>
      <p role="status">
        <b>{words.note.linked(link.on)}</b>
        <bdi dir="ltr">{link.display}</bdi>
      </p>
      <p class="explain">{late.linkedBody}</p>
      <button type="button" class="filled" onClick={stopHandoff}>
        {words.back}
      </button>
    </div>
  )
}

function Step({ state }: { state: Handoff }) {
  const { late, words } = useStep()
  switch (state.step) {
    case 'choosing':
      return <Choices />
    case 'minting':
      return (
        <p class="waiting" role="status">
          <i /> <bdi>{words.oneMoment}</bdi>
        </p>
      )
    case 'waiting':
      return (
        <>
          <HandoffCode {...state} />
          {state.way.byNumber && <HandoffNumber way={state.way} />}
        </>
      )
    case 'expired':
      return <Stuck text={late.codeExpired} action={late.newCode} way={state.way} />
    case 'failed': {
      const text = state.code === 'too_many' ? words.handoffLimited : words.handoffFailed
      return <Stuck text={text} action={words.tryAgain} way={state.way} />
    }
    case 'texted':
      return <Texted {...state} />
    case 'linked':
      return <Joined link={state.link} />
  }
}

/** How the conversation gets to the phone, from the choice to the moment it is there. */
export function Sheet({ account }: { account: string | undefined }) {
  const { conversation, handoff, stopHandoff, words } = useHandoff()
  const late = useLate()
  const box = useRef<HTMLElement>(null)
  const state = useStore(handoff.$handoff)
  const back = () => void (handoff.chooseAgain() || stopHandoff())
  const title = 'way' in state ? words.continueOn(state.way) : words.continueOnPhone

  // Before anything can be pressed: a start that came after it would take it back.
  useLayoutEffect(() => {
    handoff.start(account)
    const stopFollowing = conversation.$thread.listen(handoff.follow)
    return () => {
      stopFollowing()
      handoff.stop()
    }
  }, [])
  // What had the focus is gone at every step: readers go on at the top of the new one, and no key falls between.
  useLayoutEffect(() => box.current!.focus({ preventScroll: true }), [state.step])

  return (
    <>
      <header>
        <button type="button" class="plain" aria-label={words.back} onClick={back}>
          <Icon path={BACK} flip />
        </button>
        <h2 class="who">{title}</h2>
        <CloseButton />
      </header>
      <section ref={box} class="sheet" tabIndex={-1} key={state.step}>
        {late ? <Step state={state} /> : <p class="note">{words.oneMoment}</p>}
      </section>
    </>
  )
}
