import { usePanel } from '../components/context.ts'
import { useLate } from '../components/use-late.ts'
import { useStore } from '../components/use-store.ts'
import { StartButton } from './start-button.tsx'

/** What can be done once a conversation has ended. */
export function AfterEnd() {
  const { $talks, conversation } = usePanel()
  const late = useLate()
  const end = useStore(conversation.$end)
  const reopenMs = useStore(conversation.$session)?.reopenMs
  if (!late || !end) return null
  const reopens = reopenMs === undefined || Date.now() < end.at + reopenMs
  return (
    <div class="after">
      <p>{reopens ? late.talks.reopens : late.talks.begins}</p>
      <StartButton late={late} />
      <button type="button" class="text" onClick={() => $talks.set({})}>
        {late.talks.earlier}
      </button>
    </div>
  )
}
