import type { AnswerDraft } from '@segue/sdk'
import { usePanel } from '../components/context.ts'
import { useStore } from '../components/use-store.ts'

/** Whether a message has been answered, here or elsewhere, and the way to do it. */
export function useAnswer(id: string) {
  const { chat, conversation } = usePanel()
  const thread = useStore(conversation.$thread)
  const pending = useStore(conversation.$pending)
  const isAnswered =
    pending.some(({ answer }) => answer?.to === id) ||
    thread.some(entry => entry.type === 'message' && entry.answer?.to === id)
  return {
    isAnswered,
    /** What was tapped goes away: the focus goes to the log, where the answer is. */
    give(text: string, answer: Omit<AnswerDraft, 'to'>, from: EventTarget | null) {
      const root = (from as Element | null)?.getRootNode() as ShadowRoot | undefined
      chat.send(text, { answer: { to: id, ...answer } })
      root?.querySelector<HTMLElement>('.log')?.focus({ preventScroll: true })
    }
  }
}
