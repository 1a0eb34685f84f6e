import type { Chat } from '@segue/sdk'
import { atom, computed } from 'nanostores'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { Composer } from '../components/composer.tsx'
import { type PanelContext, PanelProvider, usePanel } from '../components/context.ts'
import { useChunk } from '../components/use-chunk.ts'
import { useStore } from '../components/use-store.ts'
import type { Reading } from '../stores/panel-stores.ts'
import { lastSeq } from '../stores/thread.ts'
import { readUpTo, unreadAbove } from '../stores/unread.ts'
import type { LateWords } from '../strings/words.ts'
import { EarlierCopy } from './earlier-copy.tsx'
import { Head } from './head.tsx'
import { ReadLog } from './read-log.tsx'
import { createReading, type ReadingStores } from './reading.ts'
import { StartButton } from './start-button.tsx'

interface Props {
  reading: Reading
  late: LateWords
}

/** Longer than this nobody waits to see what they have said, in milliseconds. */
const PATIENCE_MS = 2_000

/** The chat has become another conversation, or takes too long to: what it showed before is not to be seen meanwhile. */
const chatChanged = ({ on }: Pick<Chat, 'on'>): Promise<void> =>
  new Promise(resolve => {
    const done = () => {
      for (const stop of stops) stop()
      clearTimeout(timer)
      resolve()
    }
    const stops = [on('reset', done), on('entries', done)]
    const timer = setTimeout(done, PATIENCE_MS)
  })

/** Writing goes on in this conversation, and back to the chat. What could not be said stays in the field. */
function useSending({ id, current }: Reading) {
  const { $talks, chat } = usePanel()
  const [$draft] = useState(() => atom(''))
  const [lost, setLost] = useState(false)
  const send = (...said: Parameters<Chat['send']>) => {
    const changed = current ? undefined : chatChanged(chat)
    const entered = current ? Promise.resolve() : chat.enter(id)
    entered.then(
      async () => {
        chat.send(...said)
        await changed
        $talks.set(undefined)
      },
      () => {
        setLost(true)
        $draft.set(said[0])
      }
    )
  }
  return { $draft, send, lost }
}

/** The panel as it is inside a conversation that is read: the same parts, of that conversation. */
function usePanelOf(
  reading: Reading,
  { $thread }: ReadingStores,
  { $draft, send }: Pick<ReturnType<typeof useSending>, '$draft' | 'send'>
): PanelContext {
  const panel = usePanel()
  return useMemo(() => {
    const { chat, conversation } = panel
    // Files are for the chat, where what becomes of them is shown.
    const $session = computed(conversation.$session, session => {
      if (!session) return undefined
      const { files: _, ...rest } = session
      return rest
    })
    return {
      ...panel,
      $draft,
      $files: atom([]),
      // What was asked in a conversation that is over has no answer any more.
      $content: reading.takesWords ? panel.$content : atom(() => null),
      // The chat may be one that is on its way, and has nothing to copy.
      chat: Object.assign(Object.create(chat), { send, typing: () => {} }),
      conversation: {
        ...conversation,
        ...{ $thread, $session: $session as typeof conversation.$session, $pending: atom([]) }
      }
    }
  }, [panel])
}

/** Tells the relay what was read here and not in the chat. */
function useRead({ id, current }: Reading, { $thread, $later }: ReadingStores) {
  const { chat } = usePanel()
  const thread = useStore($thread)
  const later = useStore($later)
  const unread = unreadAbove(thread, readUpTo(thread))
  useEffect(() => {
    if (!current && !later && unread) void chat.readIn(id, lastSeq(thread)).catch(() => {})
  }, [later, unread])
}

/** One of the visitor's conversations, as far as they want to read it. */
export function TalkReader({ reading, late }: Props) {
  const { $talks, chat, words } = usePanel()
  const [stores] = useState(() => createReading(chat, reading))
  const sending = useSending(reading)
  const panel = usePanelOf(reading, stores, sending)
  useRead(reading, stores)
  const timeline = useChunk(() => import('../components/timeline.tsx'))
  useEffect(() => void stores.load(), [])

  return (
    <>
      <Head title={words.conversations} back={late.talks.backToList} leave={() => $talks.set({})} />
      <PanelProvider value={panel}>
        {timeline && (
          <ReadLog draw={timeline.drawRow} stores={stores} seq={reading.seq} late={late} />
        )}
        <EarlierCopy conversation={reading.id} />
        {reading.takesWords && <Composer takesFocus={false} />}
      </PanelProvider>
      {sending.lost && (
        <p class="trouble" role="alert">
          {words.handoffFailed}
        </p>
      )}
      {!reading.takesWords && (
        <div class="after over">
          <p>{late.talks.over}</p>
          <StartButton late={late} />
        </div>
      )}
    </>
  )
}
