import { Chips } from './chips.tsx'
import { usePanel } from './context.ts'
import { useStore } from './use-store.ts'

/** Before anything is said: a friendly sentence, and what people ask. */
export function Welcome() {
  const { $asks, $greeting, chat, conversation, isNew, mode, words } = usePanel()
  const greeted = useStore($greeting)
  const session = useStore(conversation.$session)
  const asks = useStore($asks)
  const connection = useStore(conversation.$connection)
  // Nothing may jump: until the site has told its greeting, and what may have been said before is here, none is shown.
  // A part of the page says ours until it is used.
  if (!mode && !(session && (isNew || connection === 'online'))) return null
  const look = session?.look
  return (
    <div class="welcome">
      <p class="greeting">{greeted ?? look?.greeting ?? words.greeting}</p>
      <Chips choices={(!asks && look?.questions) || []} title={String} choose={chat.send} />
    </div>
  )
}
