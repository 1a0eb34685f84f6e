import { Chips } from './chips.tsx'
import { usePanel } from './context.ts'
import { useStore } from './use-store.ts'

/** Before anything is said: a friendly sentence, and what people ask. */
export function Welcome() {
  const { chat, conversation, words } = usePanel()
  const look = useStore(conversation.$session)?.look
  // Nothing may jump: until the site has told its greeting, none is shown.
  if (!look) return null
  return (
    <div class="welcome">
      <p class="greeting">{look.greeting ?? words.greeting}</p>
      <Chips choices={look.questions ?? []} title={String} choose={chat.send} />
    </div>
  )
}
