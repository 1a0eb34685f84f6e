import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import { $session, signIn } from '../stores/session.ts'
import { t } from '../strings.ts'

/** The door: an agent's token, and whether this device may remember it. */
export function SignIn() {
  const session = useStore($session)
  const [token, setToken] = useState('')
  const [stay, setStay] = useState(false)
  const busy = session.status === 'entering'
  const problem = session.status === 'out' ? session.problem : undefined

  const submit = (event: Event) => {
    event.preventDefault()
    if (token.trim() && !busy) void signIn(token.trim(), stay)
  }

  return (
    <main class="sign-in">
      <form class="sign-in-card" onSubmit={submit}>
        <img src="/inbox/icon.svg" alt="" width="40" height="40" />
        <h1>{t.product}</h1>
        <label class="field">
          <span>{t.signIn.token}</span>
          <input
            type="password"
            autocomplete="current-password"
            required
            value={token}
            aria-describedby="token-hint"
            aria-invalid={problem ? true : undefined}
            onInput={event => setToken(event.currentTarget.value)}
          />
        </label>
        <p class="hint" id="token-hint">
          {t.signIn.hint}
        </p>
        <label class="check">
          <input
            type="checkbox"
            checked={stay}
            onChange={event => setStay(event.currentTarget.checked)}
          />
          <span>{t.signIn.stay}</span>
        </label>
        <p class="problem" role="alert">
          {problem}
        </p>
        <button type="submit" class="button is-primary" aria-disabled={busy}>
          {busy ? t.signIn.checking : t.signIn.submit}
        </button>
      </form>
    </main>
  )
}
