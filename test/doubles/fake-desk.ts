import type {
  AgentServerFrame,
  ConversationDetail,
  Entry,
  EventView,
  MessageEntry,
  PersonView,
  Summary
} from '@segue/sdk/protocol'

const PAGE = 100
const WEB = { account: 'web', network: 'web' }

type EntryBody = Entry extends infer One
  ? One extends Entry
    ? Omit<One, 'seq' | 'at'>
    : never
  : never

/** A conversation as the double keeps it. */
export interface FakeConversation {
  summary: Summary
  entries: Entry[]
  next: ConversationDetail['next']
  presence: { visible: boolean; page?: { url: string; title?: string } }
}

/** Hears everything the desk would push to an inbox. */
export type Push = (frame: AgentServerFrame) => void

/** What an inbox's relay knows, in memory: just enough to answer as the protocol says. */
export function createFakeDesk(now: () => number = Date.now) {
  const conversations = new Map<string, FakeConversation>()
  const people = new Map<string, PersonView>()
  const events = new Map<string, EventView[]>()
  const listeners = new Set<Push>()
  const push: Push = frame => {
    for (const listen of listeners) listen(frame)
  }

  const get = (id: string) => conversations.get(id)

  const must = (id: string) => {
    const found = get(id)
    if (!found) throw new Error(`The test made no conversation '${id}'.`)
    return found
  }

  /** Says again what the list shows of it. */
  const tell = (id: string, change: Partial<Summary> = {}) => {
    const { summary } = must(id)
    Object.assign(summary, change)
    push({ type: 'summary', summary: { ...summary } })
  }

  const digest = ({ summary, entries }: FakeConversation) => {
    const last = entries.findLast((entry): entry is MessageEntry => entry.type === 'message')
    if (last) summary.last = { text: last.text, from: last.from, at: last.at, on: last.on }
    summary.seq = entries.length
  }

  return {
    conversations,
    people,
    events,
    get,
    tell,

    /** Listens to what is pushed. Returns what ends it. */
    listen(to: Push) {
      listeners.add(to)
      return () => listeners.delete(to)
    },

    /** A conversation nobody has written in yet. */
    begin(id: string, of: Partial<Summary> = {}): FakeConversation {
      const person = of.person ?? `person-${id}`
      const summary: Summary = {
        id,
        site: 'shop',
        person,
        name: `Guest ${id}`,
        state: 'open',
        seq: 0,
        unread: 0,
        startedAt: now(),
        surfaces: [WEB],
        ...of
      }
      const next = { on: WEB, why: 'They have the chat open.' }
      const made = { summary, entries: [], next, presence: { visible: false } }
      conversations.set(id, made)
      if (!people.has(person)) {
        const { name, site, startedAt: at } = summary
        people.set(person, { id: person, site, name, traits: {}, addresses: [], links: [], at })
      }
      return made
    },

    /** Something happens in a conversation: it gets the next `seq`, and everybody hears of it. */
    append(id: string, body: EntryBody, at = now()): Entry {
      const conversation = must(id)
      const entry = { ...body, seq: conversation.entries.length + 1, at } as Entry
      conversation.entries.push(entry)
      digest(conversation)
      push({ type: 'entries', conversation: id, entries: [entry] })
      tell(id)
      return entry
    },

    /** The person writes. */
    say(id: string, text: string, { on = WEB, at = now() } = {}): Entry {
      const { summary } = must(id)
      summary.unread += 1
      summary.state = 'waiting'
      summary.waitingSince ??= at
      const message = {
        type: 'message',
        id: crypto.randomUUID(),
        from: 'visitor',
        text,
        on
      } as const
      return this.append(id, message, at)
    },

    /** Something becomes unseen, as when a link is undone: nobody is told but by a reset. */
    hide(id: string, seq: number) {
      must(id).entries[seq - 1] = { type: 'hidden', seq }
      push({ type: 'reset', conversation: id })
    },

    /** The person does something on the site. */
    track(person: string, event: EventView) {
      events.set(person, [event, ...(events.get(person) ?? [])])
      push({ type: 'event', person, event })
    },

    /** Whether, and where, the visitor is on the site. */
    visit(id: string, presence: FakeConversation['presence']) {
      must(id).presence = presence
      push({ type: 'presence', conversation: id, ...presence })
    },

    /** A conversation with a page of its thread. */
    detail(id: string, { since, before }: { since?: number; before?: number }): ConversationDetail {
      const { summary, entries, next, presence } = must(id)
      const page =
        since === undefined
          ? entries.filter(({ seq }) => seq < (before ?? Number.POSITIVE_INFINITY)).slice(-PAGE)
          : entries.filter(({ seq }) => seq > since).slice(0, PAGE)
      return { ...summary, entries: page, earlier: (page[0]?.seq ?? 1) > 1, next, ...presence }
    }
  }
}

export type FakeDesk = ReturnType<typeof createFakeDesk>
