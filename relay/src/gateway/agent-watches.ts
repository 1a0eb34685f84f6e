import type { Follower } from './follower.ts'
import type { AgentMember, Roster } from './roster.ts'

/** One followed conversation. */
interface Watch {
  /** Whom it is shown with. */
  person: string
  follower: Follower
}

/** The conversations one inbox follows, in step with the roster. */
export interface AgentWatches {
  readonly size: number
  of(conversation: string): Follower | undefined
  /** The followed conversations of a person. */
  ofPerson(person: string): string[]
  add(member: AgentMember, conversation: string, watch: Watch): void
  remove(member: AgentMember, conversation: string): void
  clear(member: AgentMember): void
}

export function createAgentWatches({ agentsOf, agentsOfPerson }: Roster): AgentWatches {
  const watches = new Map<string, Watch>()

  const remove = (member: AgentMember, conversation: string) => {
    const watch = watches.get(conversation)
    if (!watch) return
    watch.follower.stop()
    watches.delete(conversation)
    agentsOf.remove(conversation, member)
    // Two followed conversations may be one person's.
    const people = [...watches.values()].map(({ person }) => person)
    if (!people.includes(watch.person)) agentsOfPerson.remove(watch.person, member)
  }

  return {
    get size() {
      return watches.size
    },
    of: conversation => watches.get(conversation)?.follower,
    ofPerson: person =>
      [...watches]
        .filter(([, watch]) => watch.person === person)
        .map(([conversation]) => conversation),
    add(member, conversation, watch) {
      watches.set(conversation, watch)
      agentsOf.add(conversation, member)
      agentsOfPerson.add(watch.person, member)
    },
    remove,
    clear(member) {
      for (const conversation of [...watches.keys()]) remove(member, conversation)
    }
  }
}
