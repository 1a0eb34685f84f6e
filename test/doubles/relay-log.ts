import {
  type ClientFrameOf,
  type Entry,
  type EntryOf,
  PAGE_ENTRIES,
  type ServerFrame,
  type ThreadPage
} from '@segue/sdk/protocol'

const web = { account: 'web', network: 'web' }

type Draft<Type> = Type extends { seq: number } ? Omit<Type, 'seq'> : never

/** The relay's side of one conversation: a log, and what it says of it. */
export function createRelayLog() {
  let conversation = 'c1'
  let entries: Entry[] = []

  const append = (draft: Draft<Entry>): Entry => {
    const entry = { ...draft, seq: entries.length + 1 } as Entry
    entries.push(entry)
    return entry
  }

  const message = (from: EntryOf<'message'>['from'], text: string, cid?: string) =>
    append({
      type: 'message',
      at: Date.now(),
      id: `m${entries.length + 1}`,
      ...(cid && { cid }),
      from,
      text,
      on: web
    })

  return {
    get conversation() {
      return conversation
    },
    get entries() {
      return entries
    },
    append,
    message,
    /** The visitor has another conversation now. */
    replace(id: string) {
      conversation = id
      entries = []
    },
    /** Keeps a message once, whatever how often it is sent. The entry is new only the first time. */
    receive({ cid, text }: ClientFrameOf<'send'>): { entry: Entry; isNew: boolean } {
      const known = entries.find(entry => entry.type === 'message' && entry.cid === cid)
      return { entry: known ?? message('visitor', text, cid), isNew: !known }
    },
    answerHello({ conversation: counted, since }: ClientFrameOf<'hello'>): ServerFrame[] {
      const seq = entries.length
      const isLost = (counted && counted !== conversation) || since > seq
      const missed = entries.slice(since)
      const replay = isLost || missed.length > PAGE_ENTRIES ? 'reset' : missed.length
      const welcome = { type: 'welcome', conversation, seq, replay } as const
      return replay === 'reset' || !replay
        ? [welcome]
        : [welcome, { type: 'entries', conversation, entries: missed }]
    },
    page(before = Infinity, limit: number = PAGE_ENTRIES): ThreadPage {
      const older = entries.filter(({ seq }) => seq < before)
      const page = older.slice(-limit)
      return {
        conversation,
        seq: entries.length,
        entries: page,
        earlier: older.length > page.length
      }
    }
  }
}

export type RelayLog = ReturnType<typeof createRelayLog>
