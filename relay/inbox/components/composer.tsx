import { useStore } from '@nanostores/preact'
import { MAX_TEXT } from '@segue/sdk/protocol'
import { focusField } from '../focus.ts'
import { startAsk } from '../stores/actions.ts'
import { $attachments, attachFiles } from '../stores/attachments.ts'
import { $drafts, writeDraft } from '../stores/drafts.ts'
import { canSend, sendDraft } from '../stores/replies.ts'
import { $summary } from '../stores/thread.ts'
import { tellTyping } from '../stores/typing-signal.ts'
import { t } from '../strings.ts'
import { ComposerFiles } from './composer-files.tsx'
import { ComposerRoute } from './composer-route.tsx'
import { Icon } from './icon.tsx'

function AttachButton({ conversation }: { conversation: string }) {
  const pick = (input: HTMLInputElement) => {
    attachFiles(conversation, [...(input.files ?? [])])
    input.value = '' // or the same file cannot be chosen again
  }
  return (
    <label class="icon-button attach" title={t.composer.attach}>
      <Icon name="clip" label={t.composer.attach} />
      <input type="file" multiple onChange={event => pick(event.currentTarget)} />
    </label>
  )
}

/** The field itself. Enter sends, Shift+Enter breaks the line; a pasted picture becomes a file. */
function ReplyField({
  conversation,
  submit
}: {
  conversation: string
  submit: (event: Event) => void
}) {
  const draft = useStore($drafts)[conversation] ?? ''

  const hearKey = (event: KeyboardEvent) => {
    // isComposing: Enter also confirms a word in Japanese, Chinese and Korean input.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event)
  }
  const hearInput = (text: string) => {
    writeDraft(conversation, text)
    if (text) tellTyping(conversation)
  }
  const hearPaste = (event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    attachFiles(conversation, files)
  }

  return (
    <textarea
      data-field="reply"
      rows={2}
      maxLength={MAX_TEXT}
      dir="auto"
      aria-label={t.composer.label}
      placeholder={t.composer.placeholder}
      value={draft}
      onInput={event => hearInput(event.currentTarget.value)}
      onKeyDown={hearKey}
      onPaste={hearPaste}
    />
  )
}

/** Where the agent writes, what goes along, and where to. */
export function Composer({ conversation }: { conversation: string }) {
  const draft = useStore($drafts)[conversation] ?? ''
  const isClosed = useStore($summary)?.state === 'closed'
  useStore($attachments) // whether it can be sent hangs on them

  const submit = (event: Event) => {
    event.preventDefault()
    sendDraft(conversation)
    // The next sentence is written where this one was, also after a press of the button.
    focusField('reply')
  }

  return (
    <form class="composer" onSubmit={submit}>
      {isClosed && <p class="note">{t.composer.closed}</p>}
      <ComposerFiles conversation={conversation} />
      <ReplyField conversation={conversation} submit={submit} />
      <div class="composer-foot">
        <AttachButton conversation={conversation} />
        <button
          type="button"
          class="button is-quiet ask-open"
          title={t.asks.open}
          onClick={startAsk}
        >
          <Icon name="ask" />
          <span class="ask-words">{t.asks.open}</span>
        </button>
        <ComposerRoute conversation={conversation} />
        <button
          type="submit"
          class="button is-primary"
          aria-disabled={!canSend(draft, conversation)}
        >
          {t.composer.send}
        </button>
      </div>
    </form>
  )
}
