import { sayBack, sayDuration } from '../strings/moments.ts'
import { usePanel } from './context.ts'
import { useStore } from './use-store.ts'

/** Under the name: how soon somebody answers, or when they are back. */
export function Answering() {
  const { $opening, conversation, language, words } = usePanel()
  const opening = useStore($opening)
  const replyTime = useStore(conversation.$session, session => session?.look.replyTime)
  if (opening && !opening.open) {
    const { next } = opening
    return <p>{next ? sayBack(language, words, next, Date.now()) : words.closedNow}</p>
  }
  // Nobody does where there is no chat.
  if (useStore(conversation.$connection) === 'refused') return null
  const time = replyTime && sayDuration(language, replyTime)
  return <p>{time ? words.repliesWithin({ time }) : words.usuallyReplies}</p>
}

/** When nobody is there: a promise, and the way to get the answer elsewhere. */
export function Away() {
  const { $opening, conversation, startHandoff, words } = usePanel()
  // Where a phone has joined, the answer goes there whenever it comes.
  const linked = useStore(conversation.$links, links => links.length > 0)
  const closed = useStore($opening, opening => opening?.open === false) && !linked
  const isWay = useStore(conversation.$ways, ways => ways.length > 0)
  const started = useStore(conversation.$timeline, rows => rows.length > 0)
  return (
    <div class="away" role="status">
      {closed && (
        <p>
          <b>{words.closedNow}.</b> {words.leaveMessage}
        </p>
      )}
      {/* Once something is said, the same way is one row below. */}
      {closed && !started && isWay && (
        <button type="button" class="text" onClick={() => startHandoff()}>
          {words.answerOnPhone}
        </button>
      )}
    </div>
  )
}
