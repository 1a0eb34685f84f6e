import { useStore } from '@nanostores/preact'
import { usePanel } from './context.ts'

/** Before anything is said: a friendly sentence, and what people ask. */
export function Welcome() {
  const { chat, conversation, words } = usePanel()
  const look = useStore(conversation.$session)?.look
  // Nothing may jump: until the site has told its greeting, none is shown.
  if (!look) return <div class="welcome" />
  return (
    <div class="welcome">
      <p class="greeting" dir="auto">
        {look.greeting ?? words.greeting}
      </p>
      {!!look.questions?.length && (
        <ul class="chips" aria-label={words.peopleAsk}>
          {look.questions.map(question => (
            <li key={question}>
              <button type="button" class="chip" dir="auto" onClick={() => chat.send(question)}>
                {question}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
