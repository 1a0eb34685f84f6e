import { RelayError } from '@segue/sdk/chat'
import { useEffect, useRef, useState } from 'preact/hooks'
import { usePanel } from '../components/context.ts'
import { useLate } from '../components/use-late.ts'
import type { LateWords } from '../strings/words.ts'

export { default as css } from './transcript.css?inline'

/** A mail address is read from left to right in every language (U+2066 isolates it). */
const isolate = (address: string): string => `\u2066${address}\u2069`

type Words = LateWords['transcript']

interface Props {
  /** An earlier one. @default the one the visitor is in */
  conversation?: string | undefined
}

function useMailing(conversation: string | undefined, transcript: Words) {
  const { chat, words } = usePanel()
  const [email, setEmail] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const [sentTo, setSentTo] = useState('')

  const explain = (error: unknown): string => {
    const code = error instanceof RelayError ? error.code : 'unreachable'
    if (code === 'invalid') return transcript.unread
    return code === 'too_many' ? words.handoffLimited : words.handoffFailed
  }

  const submit = (event: Event) => {
    event.preventDefault()
    const address = email.trim()
    if (busy || !address) return
    setBusy(true)
    setProblem('')
    chat
      .mailTranscript({
        email: address,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        ...(conversation && { conversation })
      })
      .then(
        () => setSentTo(address),
        error => setProblem(explain(error))
      )
      .finally(() => setBusy(false))
  }

  return { email, setEmail, busy, problem, sentTo, submit }
}

interface MailingProps extends Props {
  transcript: Words
  leave(): void
}

/** Where the visitor types the address. It has the focus: they have just asked for it. */
function Mailing({ conversation, transcript, leave }: MailingProps) {
  const mailing = useMailing(conversation, transcript)
  const { email, setEmail, busy, problem, sentTo, submit } = mailing
  const field = useRef<HTMLInputElement>(null)
  const done = useRef<HTMLParagraphElement>(null)
  // The field is gone when the mail is on its way: the focus is not to fall back to the page.
  useEffect(() => (sentTo ? done.current : field.current)?.focus(), [sentTo])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    // The next one closes the chat.
    event.stopPropagation()
    event.preventDefault()
    leave()
  }
  if (sentTo) {
    return (
      <p class="note" role="status" tabIndex={-1} ref={done}>
        {transcript.sent({ email: isolate(sentTo) })}
      </p>
    )
  }
  return (
    <form class="transcript" onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      <label for="segue-email">{transcript.email}</label>
      <div class="field">
        <input
          id="segue-email"
          ref={field}
          type="email"
          autocomplete="email"
          dir="ltr"
          maxLength={254}
          aria-describedby="segue-email-problem"
          aria-invalid={!!problem}
          value={email}
          onInput={event => setEmail(event.currentTarget.value)}
        />
        <button type="submit" class="chip" aria-disabled={busy || !email.trim()}>
          {transcript.send}
        </button>
      </div>
      <p id="segue-email-problem" class="meta" role="alert">
        {problem}
      </p>
    </form>
  )
}

/** Offers a conversation by mail: one quiet line until somebody wants it. */
export function Transcript({ conversation }: Props) {
  const transcript = useLate()?.transcript
  const [open, setOpen] = useState<boolean | undefined>()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (open === false) button.current!.focus()
  }, [open])
  if (!transcript) return null
  if (open) return <Mailing {...{ conversation, transcript }} leave={() => setOpen(false)} />
  return (
    <p class="note">
      <button type="button" class="text" ref={button} onClick={() => setOpen(true)}>
        {transcript.ask}
      </button>
    </p>
  )
}
