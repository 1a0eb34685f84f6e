import type { Me } from '@segue/sdk/protocol'
import { useState } from 'preact/hooks'
import { networkName } from '../format/surface.ts'
import { makeCode, type Offer, textNumber } from '../stores/handoff.ts'
import { t } from '../strings.ts'
import { Icon, networkIcon } from './icon.tsx'

interface HandoffChoiceProps {
  conversation: string
  accounts: Me['accounts']
  offer: Extract<Offer, { step: 'choosing' }>
}

interface NumberFormProps {
  busy: boolean
  send: (number: string) => void
}

/** A number somebody has told us, and that they have agreed. */
function NumberForm({ busy, send }: NumberFormProps) {
  const [number, setNumber] = useState('')
  const [agreed, setAgreed] = useState(false)
  const submit = (event: Event) => {
    event.preventDefault()
    if (!busy) send(number.trim())
  }
  return (
    <form class="offer-way" onSubmit={submit}>
      <h3>{t.handoff.byNumber}</h3>
      <p class="hint">{t.handoff.byNumberHint}</p>
      <label class="field">
        <span>{t.handoff.number}</span>
        <input
          type="tel"
          required
          minLength={3}
          maxLength={32}
          autocomplete="off"
          aria-describedby="number-hint"
          value={number}
          onInput={event => setNumber(event.currentTarget.value)}
        />
      </label>
      <p class="hint" id="number-hint">
        {t.handoff.numberHint}
      </p>
      <label class="check">
        <input
          type="checkbox"
          required
          checked={agreed}
          onChange={event => setAgreed(event.currentTarget.checked)}
        />
        <span>{t.handoff.consent}</span>
      </label>
      <button type="submit" class="button" aria-disabled={busy}>
        {t.handoff.send}
      </button>
    </form>
  )
}

/** Where to, and by which way. */
export function HandoffChoice({ conversation, accounts, offer }: HandoffChoiceProps) {
  const [chosen, setChosen] = useState(accounts[0]?.account ?? '')
  const account = accounts.find(candidate => candidate.account === chosen)
  return (
    <>
      <p>{t.handoff.intro}</p>
      <fieldset class="surfaces">
        <legend>{t.handoff.choose}</legend>
        {accounts.map(({ account: id, network, address }) => (
          <label key={id} class="surface-choice">
            <input
              type="radio"
              name="account"
              value={id}
              checked={id === chosen}
              onChange={() => setChosen(id)}
            />
            <Icon name={networkIcon(network)} />
            <strong>{networkName(network)}</strong>
            <span>{address}</span>
          </label>
        ))}
      </fieldset>
      <div class="offer-way">
        <h3>{t.handoff.byCode}</h3>
        <p class="hint">{t.handoff.byCodeHint(account?.address ?? '')}</p>
        <button
          type="button"
          class="button is-primary"
          aria-disabled={offer.busy}
          onClick={() => !offer.busy && void makeCode(conversation, chosen)}
        >
          {t.handoff.make}
        </button>
      </div>
      {account?.byNumber && (
        <NumberForm
          key={chosen}
          busy={offer.busy}
          send={number => void textNumber(conversation, chosen, number)}
        />
      )}
      <p class="problem" role="alert">
        {offer.problem}
      </p>
    </>
  )
}
