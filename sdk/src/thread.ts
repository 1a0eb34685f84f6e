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
}

/** Keeps somebody told of a conversation, whatever arrives, in whatever order. */
export interface Thread extends Pick<Told, 'position'> {
  welcome(frame: ServerFrameOf<'welcome'>): void
  add(frame: ServerFrameOf<'entries'>): void
  /** What may be seen has changed, or the conversation is another one: the next hello asks for all of it. */
  restart(): void
  /** Forgets it, at once. */
  clear(): void
}

export function followThread({ catchUp, fetch, lost, ...listener }: ThreadOptions): Thread {
  const told = createTold(listener)
  /** `behind`: waiting for a welcome. An array: waiting for a page, with what came meanwhile. */
  let state: 'live' | 'behind' | Entry[] = 'behind'
  let wasMissing = false

  const take = (entries: readonly Entry[]) => {
    const isMissing = !told.tell(entries)
    if (isMissing && wasMissing) load()
    else if (isMissing) {
      state = 'behind'
      catchUp()
    }
    wasMissing = isMissing
  }

  const load = () => {
    const held: Entry[] = []
    state = held
    const use = ({ conversation, seq, entries }: ThreadPage) => {
      if (state !== held) return
      state = 'live'
      told.enter(conversation ?? undefined)
      told.startOver((entries[0]?.seq ?? seq + 1) - 1)
      take([...entries, ...held])
    }
    fetch().then(use, error => state === held && lost(error))
  }

  const restart = () => {
    told.enter(undefined)
    state = 'behind'
  }

  return {
    position: told.position,
    welcome({ conversation, replay, seq }) {
      told.enter(conversation ?? undefined)
      state = 'live'
      if (replay === 'reset' || told.position().since + replay < seq) load()
      else told.freshen()
    },
    add({ conversation, entries }) {
      if (state === 'behind') return
      const { conversation: known = conversation } = told.position()
      if (known !== conversation) {
        restart()
        catchUp()
      } else if (state === 'live') {
        told.enter(conversation)
        take(entries)
      } else state.push(...entries)
    },
    restart,
    clear() {
      told.startOver()
      restart()
    }
  }
}
