import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import { titleOfAsk } from '../fold/ask-content.ts'
import type { AskDraft } from '../fold/ask-draft.ts'
import { askHint } from '../fold/ask-hint.ts'
import { findProblems, type Problems } from '../fold/ask-problems.ts'
import { $asks, askAgain, writeAsk } from '../stores/asks.ts'
import { closeDialog } from '../stores/dialog.ts'
import { $chosen } from '../stores/drafts.ts'
import { $sentAsks, sendAsk } from '../stores/send-ask.ts'
import { $summary, $thread } from '../stores/thread.ts'
import { t } from '../strings.ts'
import { AskEditor } from './ask-editor.tsx'
import { AskProblems } from './ask-problems.ts'
import { ComposerRoute } from './composer-route.tsx'
import { Dialog } from './dialog.tsx'
import { useStoreNow } from './use-store-now.ts'

const KINDS = Object.entries(t.asks.kinds) as [AskDraft['kind'], string][]

const NOTHING_WRONG: Problems = new Map()

interface KindChoiceProps {
  kind: AskDraft['kind']
  choose: (kind: AskDraft['kind']) => void
}

const KindChoice = ({ kind, choose }: KindChoiceProps) => (
  <fieldset class="ask-kinds">
    <legend class="sr-only">{t.asks.kind}</legend>
    {KINDS.map(([one, name]) => (
      <label key={one}>
        <input
          type="radio"
          name="ask-kind"
          value={one}
          checked={one === kind}
          onChange={() => choose(one)}
        />
        <span>{name}</span>
      </label>
    ))}
  </fieldset>
)

/** What was sent last from this tab to anybody on the same site. */
function UseAgain({ conversation }: { conversation: string }) {
  const site = useStore($summary)?.site
  const kept = useStore($sentAsks).filter(sent => sent.site === site)
  if (kept.length === 0) return null
  return (
    <div class="ask-again">
      <span id="ask-again">{t.asks.again}</span>
      <ul aria-labelledby="ask-again">
        {kept.map(({ ask }) => (
          <li key={JSON.stringify(ask)}>
            <button type="button" class="button" onClick={() => askAgain(conversation, ask)}>
              <span class="again-title">{titleOfAsk(ask)}</span>
              <span class="hint">{t.asks.kinds[ask.content.kind]}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Where it goes, and what becomes of it there. */
function AskRoute({ conversation, draft }: { conversation: string; draft: AskDraft }) {
  const chosen = useStore($chosen)[conversation]
  const surfaces = useStore($summary)?.surfaces ?? []
  const next = useStore($thread)?.next?.on
  const on = surfaces.find(({ account }) => account === chosen) ?? next
  return (
    <div class="ask-route">
      <ComposerRoute conversation={conversation} />
      {on && (
        <p class="hint" role="status">
          {askHint(draft, on.network)}
        </p>
      )}
    </div>
  )
}

/** Asks for a choice, shows cards, or hands out a form. What is written stays when the sheet is closed. */
export function AskDialog({ conversation }: { conversation: string }) {
  const draft = useStoreNow($asks)[conversation]
  const [tried, setTried] = useState(false)
  if (!draft) return null
  const problems = tried ? findProblems(draft) : NOTHING_WRONG

  const send = (event: Event) => {
    event.preventDefault()
    const [first] = findProblems(draft).keys()
    setTried(first !== undefined)
    if (first !== undefined) {
      document.getElementById(first)?.focus()
      return
    }
    closeDialog()
    sendAsk(conversation)
  }
  // Enter alone sends nothing to anybody by mistake.
  const hearKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return
    if (event.ctrlKey || event.metaKey) send(event)
    else if (event.target instanceof HTMLInputElement) event.preventDefault()
  }

  return (
    <Dialog name={t.asks.title}>
      <AskProblems.Provider value={problems}>
        <form class="ask-form" noValidate onSubmit={send} onKeyDown={hearKey}>
          <KindChoice kind={draft.kind} choose={kind => writeAsk(conversation, { kind })} />
          <UseAgain conversation={conversation} />
          <AskEditor
            conversation={conversation}
            draft={draft}
            change={to => writeAsk(conversation, to)}
          />
          <AskRoute conversation={conversation} draft={draft} />
          <div class="dialog-foot">
            <p class={problems.size > 0 ? 'ask-problem' : 'hint'} role="status">
              {problems.size > 0 ? t.asks.wrong(problems.size) : t.asks.keys}
            </p>
            <button type="submit" class="button is-primary">
              {t.asks.send}
            </button>
          </div>
        </form>
      </AskProblems.Provider>
    </Dialog>
  )
}
