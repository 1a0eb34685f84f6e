import { useEffect, useRef, useState } from 'preact/hooks'
import { usePanel } from '../components/context.ts'
import { useLate } from '../components/use-late.ts'
import type { LateWords } from '../strings/words.ts'

export { default as css } from './rating.css?inline'

/** One to five, worst first. Each is a word as well as a drawing: a mouth that bends, on a grid of 20. */
const SCORES = [
  ['awful', 'M6.5 14.2c1.8-2.6 5.2-2.6 7 0'],
  ['bad', 'M7 13.6c1.6-1.2 4.4-1.2 6 0'],
  ['fair', 'M7 13.2h6'],
  ['good', 'M7 12.6c1.6 1.2 4.4 1.2 6 0'],
  ['great', 'M6.5 12c1.8 2.6 5.2 2.6 7 0']
] as const
const FACE = 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM7.3 8v.01M12.7 8v.01'

type Words = LateWords['rating']

interface FacesProps {
  words: Words
  score: number | undefined
  choose(score: number): void
}

function Faces({ words, score, choose }: FacesProps) {
  return (
    <fieldset class="faces">
      <legend>{words.question}</legend>
      {SCORES.map(([name, mouth], i) => (
        <label key={name} title={words[name]}>
          <input
            type="radio"
            name="segue-rating"
            checked={score === i + 1}
            onChange={() => choose(i + 1)}
          />
          <svg viewBox="0 0 20 20" width={28} height={28} aria-hidden="true">
            <path d={FACE + mouth} />
          </svg>
          <span class="unseen">{words[name]}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Asking({ rating }: { rating: Words }) {
  const { chat, words } = usePanel()
  const [score, setScore] = useState<number | undefined>()
  const [comment, setComment] = useState('')
  const thanks = useRef<HTMLParagraphElement>(null)
  const [state, setState] = useState<'asking' | 'thanked' | 'failed'>('asking')

  const rate = (next: number, more?: string) =>
    chat.rate(next, more).then(
      () => setState(more === undefined ? 'asking' : 'thanked'),
      () => setState('failed')
    )

  const choose = (next: number) => {
    setScore(next)
    rate(next)
  }

  const finish = (event: Event) => {
    event.preventDefault()
    if (score) rate(score, comment)
  }

  // The form is gone then: the focus is not to fall back to the page.
  useEffect(() => thanks.current?.focus(), [state])

  if (state === 'thanked') {
    return (
      <p class="note" role="status" tabIndex={-1} ref={thanks}>
        {rating.thanks}
      </p>
    )
  }
  return (
    <form class="rating" onSubmit={finish}>
      <Faces words={rating} score={score} choose={choose} />
      {score !== undefined && (
        <>
          <textarea
            rows={2}
            maxLength={1000}
            dir="auto"
            aria-label={rating.comment}
            placeholder={rating.comment}
            value={comment}
            onInput={event => setComment(event.currentTarget.value)}
          />
          <button type="submit" class="chip">
            {rating.send}
          </button>
        </>
      )}
      <p class="meta" role="status">
        {state === 'failed' && words.handoffFailed}
      </p>
    </form>
  )
}

/** Asks how it went. The score counts at once; words may follow. */
export function Rating() {
  const late = useLate()
  return late ? <Asking rating={late.rating} /> : null
}
