import type { AgentServerFrame, EventView, Page } from '@segue/sdk/protocol'
import type { StoredEntry } from '../core/model.ts'
import type { Watcher } from '../core/ports.ts'
import type { Agent } from '../core/settings.ts'

/** A visitor's connection that has said hello. */
export interface VisitorMember {
  readonly watcher: Watcher
  entries(entries: readonly StoredEntry[]): void
  /** What may be seen has changed: begin again. */
  reset(): void
  typing(name?: string): void
}

/** An inbox that has signed in. */
export interface AgentMember {
  readonly agent: Agent
  entries(conversation: string, entries: readonly StoredEntry[]): void
  reset(conversation: string): void
  /** One frame for every inbox: it is written once. */
  summary(frame: Extract<AgentServerFrame, { type: 'summary' }>): void
  typing(conversation: string, from: 'visitor' | 'agent', name?: string): void
  presence(conversation: string, presence: { visible: boolean; page?: Page }): void
  event(person: string, event: EventView): void
  /** What counts as this person's has changed: begin again with every conversation of theirs. */
  personChanged(person: string): void
}

/** Members by a name they have in common. */
export interface Index<Member> {
  add(name: string, member: Member): void
  remove(name: string, member: Member): void
  of(name: string): ReadonlySet<Member>
}

const NOBODY: ReadonlySet<never> = new Set<never>()

function createIndex<Member>(): Index<Member> {
  const sets = new Map<string, Set<Member>>()
  return {
    add(name, member) {
      const set = sets.get(name)
      if (set) set.add(member)
      else sets.set(name, new Set([member]))
    },
    remove(name, member) {
      const set = sets.get(name)
      set?.delete(member)
      if (set?.size === 0) sets.delete(name)
    },
    of: name => sets.get(name) ?? NOBODY
  }
}

/** Who is connected to this relay now, by what they are told about. */
export interface Roster {
  visitorsOf: Index<VisitorMember>
  /** Pages by the visitor's conversations that they are not in. */
  elsewhereOf: Index<{ changed(): void }>
  /** Connections by the visitor's address, to count them. */
  watchersAt: Index<Watcher>
  agents: Set<AgentMember>
  agentsOf: Index<AgentMember>
  agentsOfPerson: Index<AgentMember>
  /** The widgets that are open on a conversation now. */
  watchers(conversation: string): Watcher[]
}

export function createRoster(): Roster {
  const visitorsOf = createIndex<VisitorMember>()
  return {
    visitorsOf,
    elsewhereOf: createIndex(),
    watchersAt: createIndex(),
    agents: new Set(),
    agentsOf: createIndex(),
    agentsOfPerson: createIndex(),
    watchers: conversation => [...visitorsOf.of(conversation)].map(({ watcher }) => watcher)
  }
}

/** What the visitor's widgets, taken together, say of where the visitor is. */
export function presenceOf(
  roster: Pick<Roster, 'watchers'>,
  conversation: string
): { visible: boolean; page?: Page } {
  const watchers = roster.watchers(conversation)
  const shown = watchers.filter(({ visible }) => visible)
  // The one that was opened last is where the visitor looks.
  const newest = (shown.length > 0 ? shown : watchers).toSorted((a, b) => b.since - a.since)[0]
  return { visible: shown.length > 0, ...(newest?.page ? { page: newest.page } : {}) }
}
