import type { LinkView } from '@segue/sdk/protocol'
import { atom } from 'nanostores'

/** The sheet that is open, if any. */
export type OpenDialog =
  | { kind: 'help' }
  | { kind: 'handoff'; conversation: string }
  | { kind: 'ask'; conversation: string }
  | { kind: 'undo'; link: LinkView }
  | { kind: 'transcript'; email: string }
  | { kind: 'edit'; message: string; text: string }

export const $dialog = atom<OpenDialog | null>(null)

export const openDialog = (dialog: OpenDialog): void => $dialog.set(dialog)

export const closeDialog = (): void => $dialog.set(null)
