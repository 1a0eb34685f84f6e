import { useState } from 'preact/hooks'
import { changeMessage, removeMessage } from '../stores/actions.ts'
import { t } from '../strings.ts'
import { Dialog } from './dialog.tsx'

/** Changes what was said on the site, or takes it back. */
export function EditDialog({ message, text }: { message: string; text: string }) {
  const [words, setWords] = useState(text)
  const isEmpty = words.trim() === ''

  const save = (event: Event) => {
    event.preventDefault()
    if (!isEmpty) void changeMessage(message, words)
  }

  return (
    <Dialog name={t.edit.title}>
      <form class="edit-form" onSubmit={save}>
        <label>
          <span>{t.edit.label}</span>
          <textarea
            rows={4}
            maxLength={4096}
            dir="auto"
            value={words}
            onInput={event => setWords(event.currentTarget.value)}
          />
        </label>
        <p class="hint">{t.edit.hint}</p>
        <div class="dialog-foot">
          <button
            type="button"
            class="button is-danger"
            onClick={() => void removeMessage(message)}
          >
            {t.edit.remove}
          </button>
          <button type="submit" class="button is-primary" aria-disabled={isEmpty}>
            {t.edit.save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
