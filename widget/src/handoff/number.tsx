import type { Way } from '@segue/sdk'
import { RelayError } from '@segue/sdk/chat'
import { useState } from 'preact/hooks'
import { useStore } from '../components/use-store.ts'
import type { LateWords, Words } from '../strings/words.ts'
import { useStep } from './use-handoff.ts'

function explain(error: unknown, words: Words, late: LateWords): string {
  const code = error instanceof RelayError ? error.code : 'unreachable'
  if (code === 'too_many') return words.handoffLimited
  return code === 'unreachable' ? words.handoffFailed : late.badNumber
}

/** The other way round: the visitor types a number, and the company texts it. */
export function HandoffNumber({ way }: { way: Way }) {
  const { conversation, handoff, late, words } = useStep()
  const site = useStore(conversation.$session)?.look.name ?? ''
  const [number, setNumber] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)

  const submit = async (event: Event) => {
    event.preventDefault()
    if (busy || !number.trim()) return
    setBusy(true)
    setProblem('')
    try {
      await handoff.text(way, number.trim())
    } catch (error) {
      setProblem(explain(error, words, late))
      setBusy(false)
    }
  }

  return (
    <form class="by-number" onSubmit={submit} noValidate>
      <label for="segue-number">{late.orByNumber}</label>
      <div class="field">
        <input
          id="segue-number"
          type="tel"
          autocomplete="tel"
          dir="ltr"
          maxLength={32}
          aria-describedby="segue-number-consent segue-number-problem"
          aria-invalid={!!problem}
          value={number}
          onInput={event => setNumber(event.currentTarget.value)}
        />
        <button type="submit" class="filled" aria-disabled={busy || !number.trim()}>
          {late.textMe}
        </button>
      </div>
      <p id="segue-number-problem" class="problem" role="alert">
        {problem}
      </p>
      <p id="segue-number-consent" class="small">
        {late.numberConsent({ site })}
      </p>
    </form>
  )
}
