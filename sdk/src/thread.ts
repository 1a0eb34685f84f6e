import type { Entry } from './protocol/entry.ts'
import type { ThreadPage } from './protocol/page-api.ts'
import type { ServerFrameOf } from './protocol/server-frame.ts'
import { createTold, type Listener, type Told } from './told.ts'

export interface ThreadOptions extends Listener {
  /** Something is missing: say hello again. */
  catchUp(): void
  /** The newest page of the thread. */
  fetch(): Promise<ThreadPage>
  /** That page could not be had. */
  lost(error: unknown): void
  /** Everything there was at the last welcome has been told. Called again at what comes after. */
  caughtUp(): void
}

/** Keeps somebody told of a conversation, whatever arrives, in whatever order. */
export interface Thread extends Pick<Told, 'position'> {
  welcome(frame: ServerFrameOf<'welcome'>): void
  isCaughtUp(): boolean
  add(frame: ServerFrameOf<'entries'>): void
  /** What may be seen has changed, or the conversation is another one: the next hello asks for all of it. */
  restart(): void
  /** Forgets it, at once. */
  clear(): void
}

/** `behind`: waiting for a welcome. An array: waiting for a page, with what came meanwhile. */
type State = 'live' | 'behind' | Entry[]

export function followThread({
  catchUp,
  fetch,
  lost,
  caughtUp,
  ...listener
}: ThreadOptions): Thread {
  const told = createTold(listener)
  let state: State = 'behind'
  /** In a row. Catching up closes one; if there is another then, the page must. */
  let gaps = 0
  /** The newest `seq` at the last welcome. */
  let newest = 0

  const isCaughtUp = () => state === 'live' && told.position().since >= newest

  const take = (entries: readonly Entry[]) => {
    gaps = told.tell(entries) ? 0 : gaps + 1
    if (isCaughtUp()) caughtUp()
    if (!gaps) return
    if (gaps > 1) return load()
    state = 'behind'
    catchUp()
  }

  const load = () => {
    const held: Entry[] = []
    state = held
    const use = (page: ThreadPage) => {
      if (state !== held) return
      state = 'live'
      told.replace(page)
      take([...page.entries, ...held])
    }
    fetch().then(use, error => state === held && lost(error))
  }

  const restart = () => {
    told.enter(undefined)
    state = 'behind'
  }

  return {
    position: told.position,
    isCaughtUp,
    welcome({ conversation, replay, seq }) {
      told.enter(conversation ?? undefined)
      state = 'live'
      newest = seq
      if (replay === 'reset' || told.position().since + replay < seq) load()
      else told.freshen()
    },
    add({ conversation, entries }) {
      if (state === 'behind') return
      if (!told.accepts(conversation)) {
        restart()
        catchUp()
      } else if (state === 'live') take(entries)
      else state.push(...entries)
    },
    restart,
    clear() {
      told.drop()
      restart()
    }
  }
}
