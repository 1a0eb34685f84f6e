import { useStore } from '@nanostores/preact'
import { $dialog } from '../stores/dialog.ts'
import { AskDialog } from './ask-dialog.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { HandoffDialog } from './handoff-dialog.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { TranscriptDialog } from './transcript-dialog.tsx'
import { UndoDialog } from './undo-dialog.tsx'

/** Shows the sheet that is open. */
export function DialogHost() {
  const open = useStore($dialog)
  if (open?.kind === 'help') return <HelpDialog />
  if (open?.kind === 'handoff') return <HandoffDialog conversation={open.conversation} />
  if (open?.kind === 'ask') return <AskDialog conversation={open.conversation} />
  if (open?.kind === 'edit') return <EditDialog message={open.message} text={open.text} />
  if (open?.kind === 'transcript') return <TranscriptDialog email={open.email} />
  if (open?.kind === 'undo') return <UndoDialog link={open.link} />
  return null
}
