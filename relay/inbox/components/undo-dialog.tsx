import { useStore } from '@nanostores/preact'
import type { LinkView } from '@segue/sdk/protocol'
import { surfaceName } from '../format/surface.ts'
import { undo } from '../stores/actions.ts'
import { closeDialog } from '../stores/dialog.ts'
import { $accounts } from '../stores/session.ts'
import { t } from '../strings.ts'
import { Dialog } from './dialog.tsx'

/** Asks before a link is undone: it moves what was said. */
export function UndoDialog({ link }: { link: LinkView }) {
  const accounts = useStore($accounts)
  return (
    <Dialog name={t.undo.title}>
      <p>{t.undo.text(`${surfaceName(link.on, accounts)} ${link.display}`.trim())}</p>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={closeDialog}>
          {t.undo.no}
        </button>
        <button type="button" class="button is-danger" onClick={() => void undo(link.id)}>
          {t.undo.yes}
        </button>
      </div>
    </Dialog>
  )
}
