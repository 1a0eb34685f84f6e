import { useState } from 'preact/hooks'
import { mailTranscript } from '../stores/actions.ts'
import { t } from '../strings.ts'
import { Dialog } from './dialog.tsx'

/** Asks where to mail the open conversation to. */
export function TranscriptDialog({ email: known }: { email: string }) {
  const [email, setEmail] = useState(known)
  const isEmpty = email.trim() === ''

  const send = (event: Event) => {
    event.preventDefault()
    if (!isEmpty) void mailTranscript(email.trim())
  }

  return (
    <Dialog name={t.transcript.title}>
      <form class="edit-form" onSubmit={send}>
        <label>
          <span>{t.transcript.email}</span>
          <input
            type="email"
            autocomplete="off"
            dir="ltr"
            maxLength={254}
            aria-describedby="transcript-hint"
            value={email}
            onInput={event => setEmail(event.currentTarget.value)}
          />
        </label>
        <p class="hint" id="transcript-hint">
          {t.transcript.hint}
        </p>
        <div class="dialog-foot">
          <button type="submit" class="button is-primary" aria-disabled={isEmpty}>
            {t.transcript.send}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
