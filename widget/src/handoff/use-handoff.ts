import { type PanelContext, usePanel } from '../components/context.ts'
import { useLate } from '../components/use-late.ts'
import type { Conversation } from '../stores/conversation.ts'
import type { LateWords } from '../strings/words.ts'
import { createHandoff, type HandoffStore } from './handoff-store.ts'

// As long as the conversation lives: a code that was shown stays good when the sheet is closed.
const stores = new WeakMap<Conversation, HandoffStore>()

const storeOf = ({ chat, conversation }: PanelContext): HandoffStore => {
  const store = stores.get(conversation) ?? createHandoff({ chat, conversation })
  stores.set(conversation, store)
  return store
}

/** The panel, and the way to the phone from it. */
export function useHandoff(): PanelContext & { handoff: HandoffStore } {
  const panel = usePanel()
  return { ...panel, handoff: storeOf(panel) }
}

/** The same for what is drawn when the words for it are there: `Sheet` waits for them. */
export function useStep(): ReturnType<typeof useHandoff> & { late: LateWords } {
  return { ...useHandoff(), late: useLate()! }
}
