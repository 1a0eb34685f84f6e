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

/** What the desk remembers, and who listens to it. */
function createBook() {
  const conversations = new Map<string, FakeConversation>()
  const people = new Map<string, PersonView>()
  const events = new Map<string, EventView[]>()
  const listeners = new Set<Push>()
  return {
    conversations,
    people,
    events,
    get: (id: string) => conversations.get(id),
    must(id: string): FakeConversation {
      const found = conversations.get(id)
      if (!found) throw new Error(`The test made no conversation '${id}'.`)
      return found
    },
    push(frame: AgentServerFrame) {
      for (const listen of listeners) listen(frame)
    },
    /** Listens to what is pushed. Returns what ends it. */
    listen(to: Push) {
      listeners.add(to)
      return () => listeners.delete(to)
    }
  }
}

type Book = ReturnType<typeof createBook>

/** What the list shows of a conversation, brought up to its newest entry. */
function digest({ summary, entries }: FakeConversation): void {
  const last = entries.findLast((entry): entry is MessageEntry => entry.type === 'message')
  if (last) summary.last = { text: last.text, from: last.from, at: last.at, on: last.on }
  summary.seq = entries.length
}

/** A conversation nobody has written in yet, and its person. */
function begin(book: Book, id: string, of: Partial<Summary> & { startedAt: number }) {
  const summary: Summary = {
    id,
    site: 'shop',
    person: `person-${id}`,
    name: `Guest ${id}`,
    state: 'open',
    seq: 0,
    unread: 0,
    surfaces: [WEB],
    ...of
  }
  const next = { on: WEB, why: 'They have the chat open.' }
  const made: FakeConversation = { summary, entries: [], next, presence: { visible: false } }
  book.conversations.set(id, made)
  const { person, name, site, startedAt: at } = summary
  const known = book.people.get(person)
  const traits = { traits: {}, addresses: [], links: [], joins: [], conversations: [] }
  book.people.set(person, known ?? { id: person, site, name, ...traits, at })
  return made
}

/** A conversation with a page of its thread. */
function detail(book: Book, id: string, { since, before }: { since?: number; before?: number }) {
  const { summary, entries, next, presence } = book.must(id)
  const page =
    since === undefined
      ? entries.filter(({ seq }) => seq < (before ?? Number.POSITIVE_INFINITY)).slice(-PAGE)
      : entries.filter(({ seq }) => seq > since).slice(0, PAGE)
  const earlier = (page[0]?.seq ?? 1) > 1
  return { ...summary, entries: page, earlier, next, ...presence } satisfies ConversationDetail
}

/** What an inbox's relay knows, in memory: just enough to answer as the protocol says. */
export function createFakeDesk(now: () => number = Date.now) {
  const book = createBook()
  const { must, push } = book

  /** Says again what the list shows of it. */
  const tell = (id: string, change: Partial<Summary> = {}) => {
    const { summary } = must(id)
    Object.assign(summary, change)
    push({ type: 'summary', summary: { ...summary } })
  }

  /** Something happens in a conversation: it gets the next `seq`, and everybody hears of it. */
  const append = (id: string, body: EntryBody, at = now()): Entry => {
    const conversation = must(id)
    const entry = { ...body, seq: conversation.entries.length + 1, at } as Entry
    conversation.entries.push(entry)
    digest(conversation)
    push({ type: 'entries', conversation: id, entries: [entry] })
    tell(id)
    return entry
  }

  return {
    ...book,
    tell,
    append,
    begin: (id: string, of: Partial<Summary> = {}) => begin(book, id, { startedAt: now(), ...of }),
    detail: (id: string, range: { since?: number; before?: number }) => detail(book, id, range),

    /** The person writes. */
    say(id: string, text: string, { on = WEB, at = now() } = {}): Entry {
      const { summary } = must(id)
      summary.unread += 1
      summary.state = 'waiting'
      summary.waitingSince ??= at
      const said = { id: crypto.randomUUID(), from: 'visitor', text, on } as const
      return append(id, { type: 'message', ...said }, at)
    },

    /** Something becomes unseen, as when a link is undone: nobody is told but by a reset. */
    hide(id: string, seq: number) {
      must(id).entries[seq - 1] = { type: 'hidden', seq }
      push({ type: 'reset', conversation: id })
    },

    /** The person does something on the site. */
    track(person: string, event: EventView) {
      book.events.set(person, [event, ...(book.events.get(person) ?? [])])
      push({ type: 'event', person, event })
    },

    /** Whether, and where, the visitor is on the site. */
    visit(id: string, presence: FakeConversation['presence']) {
      must(id).presence = presence
      push({ type: 'presence', conversation: id, ...presence })
    }
  }
}

export type FakeDesk = ReturnType<typeof createFakeDesk>
