import type { OwnTalk } from '@segue/sdk'
import type { Ref } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { usePanel } from '../components/context.ts'
import { wordsOf } from '../components/thread.tsx'
import { useStore } from '../components/use-store.ts'
import type { LateWords } from '../strings/words.ts'
import { Head } from './head.tsx'
import { Hits } from './hits.tsx'
import { StartButton } from './start-button.tsx'
import { useTalks } from './use-talks.ts'

/** Nearer to the end of the list than this, the reader wants more, in CSS pixels. */
const NEAR_END = 80

/** Nothing is looked for while the visitor still types, in milliseconds. */
const TYPING_MS = 300

/** What they look for, once they have stopped typing it. */
function useSettled(words: string): string {
  const [settled, settle] = useState(words)
  const looked = words.trim()
  useEffect(() => {
    const timer = setTimeout(settle, looked ? TYPING_MS : 0, looked)
    return () => clearTimeout(timer)
  }, [looked])
  return settled
}

/** When something was said: today the time, before that the day. */
export function When({ at }: { at: number }) {
  const dates = useStore(usePanel().$dates)
  const isToday = new Date(at).toDateString() === new Date().toDateString()
  return (
    <time dir="auto" dateTime={new Date(at).toISOString()}>
      {isToday ? dates?.time(at) : dates?.day(at, Date.now())}
    </time>
  )
}

interface LineProps {
  talk: OwnTalk
  late: LateWords
  button: Ref<HTMLButtonElement>
}

function Line({ talk, late, button }: LineProps) {
  const { $talks, words } = usePanel()
  const { id, current, takesWords, last, unread, ended } = talk
  const open = () => $talks.set(current ? undefined : { reading: { id, current, takesWords } })
  return (
    <li>
      <button type="button" ref={button} onClick={open} aria-current={current}>
        <span class="said">
          {last?.from === 'visitor' && <span class="by">{words.you}: </span>}
          <bdi>{last ? wordsOf(last.text) : words.removed}</bdi>
        </span>
        <span class="meta">
          <When at={talk.at} />
          {ended && <span>{late.talks.ended}</span>}
          {unread > 0 && <b>{late.talks.unread({ count: unread })}</b>}
        </span>
      </button>
    </li>
  )
}

interface Props {
  late: LateWords
  /** What is being looked for, and how to look for something else. */
  search: [words: string, set: (words: string) => void]
  /** The conversation one comes back from. */
  from: string | undefined
}

/** Everything the visitor has said here, by conversations; or what of it holds the words they look for. */
export function TalkList({ late, search: [typed, type], from }: Props) {
  const { $talks, words } = usePanel()
  const looked = useSettled(typed)
  const { known, next, state, more } = useTalks()
  const box = useRef<HTMLElement>(null)
  // With the drawing: no key falls between what was left and this.
  useLayoutEffect(() => box.current!.focus({ preventScroll: true }), [])
  const line = useRef<HTMLButtonElement>(null)
  const isHere = known.some(({ id }) => id === from)
  useLayoutEffect(() => {
    // Not from somebody who has moved on meanwhile.
    if ((box.current!.getRootNode() as ShadowRoot).activeElement === box.current)
      line.current?.focus()
  }, [isHere])

  const moreNearEnd = () => {
    const { scrollTop, clientHeight, scrollHeight } = box.current!
    const isNear = scrollHeight - scrollTop - clientHeight < NEAR_END
    if (isNear && next && state === 'here' && !looked) more()
  }

  return (
    <>
      <Head title={words.conversations} back={words.back} leave={() => $talks.set(undefined)} />
      <section
        ref={box}
        class="talks"
        tabIndex={-1}
        aria-label={words.conversations}
        onScroll={moreNearEnd}
      >
        <search>
          <input
            type="search"
            aria-label={late.talks.search}
            placeholder={late.talks.search}
            maxLength={100}
            dir="auto"
            enterkeyhint="search"
            value={typed}
            onInput={event => type(event.currentTarget.value)}
          />
        </search>
        {looked ? (
          <Hits looked={looked} talks={known} late={late} />
        ) : (
          <>
            {state === 'here' && !known.length && <p class="note">{late.talks.nothing}</p>}
            <ul>
              {known.map(talk => (
                <Line
                  key={talk.id}
                  talk={talk}
                  late={late}
                  button={talk.id === from ? line : null}
                />
              ))}
            </ul>
            {state !== 'here' && (
              <p class="trouble" role="status">
                {state === 'lost' ? words.handoffFailed : words.oneMoment}
              </p>
            )}
            {(next || state === 'lost') && (
              <button type="button" class="text more" onClick={more}>
                {state === 'lost' ? words.tryAgain : late.talks.earlier}
              </button>
            )}
            <StartButton late={late} />
          </>
        )}
      </section>
    </>
  )
}
