import type { OwnTalk, SearchHit } from '@segue/sdk'
import { usePanel } from '../components/context.ts'
import { useStore } from '../components/use-store.ts'
import type { LateWords } from '../strings/words.ts'
import { When } from './talk-list.tsx'
import { useAsking } from './use-asking.ts'

function Hit({ hit, talk }: { hit: SearchHit; talk: OwnTalk | undefined }) {
  const { $talks, conversation, words } = usePanel()
  const site = useStore(conversation.$session)?.look.name ?? words.someone
  const { conversation: id, seq, at, from, text, found } = hit
  const { current = false, takesWords = false } = talk ?? {}
  return (
    <li>
      <button
        type="button"
        onClick={() => $talks.set({ reading: { id, seq, current, takesWords } })}
      >
        <span class="said">
          <span class="by">{from === 'visitor' ? words.you : site}: </span>
          <bdi>
            {text.slice(0, found[0])}
            <mark>{text.slice(...found)}</mark>
            {text.slice(found[1])}
          </bdi>
        </span>
        <span class="meta">
          <When at={at} />
        </span>
      </button>
    </li>
  )
}

interface Props {
  looked: string
  talks: readonly OwnTalk[]
  late: LateWords
}

/** Messages that hold what the visitor looks for. */
export function Hits({ looked, talks, late }: Props) {
  const { chat, words } = usePanel()
  const asked = useAsking(looked, words => chat.search(words))
  const { hits = [], more = false } = asked?.state === 'here' ? asked.value : {}
  return (
    <>
      <p class="trouble" role="status">
        {!asked || asked.state === 'asking'
          ? words.oneMoment
          : asked.state === 'lost'
            ? asked.code === 'too_many'
              ? words.handoffLimited
              : words.handoffFailed
            : hits.length
              ? late.talks.hits({ count: hits.length })
              : late.talks.noHits}
      </p>
      <ul>
        {hits.map(hit => (
          <Hit
            key={`${hit.conversation} ${hit.seq}`}
            hit={hit}
            talk={talks.find(({ id }) => id === hit.conversation)}
          />
        ))}
      </ul>
      {more && <p class="note">{late.talks.newest}</p>}
    </>
  )
}
