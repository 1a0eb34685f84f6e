import type { AgentServerFrame } from '@segue/sdk/protocol'
import { PAGE_ENTRIES } from '@segue/sdk/protocol'
import { conversationFor } from '../core/conversation/viewer.ts'
import type { Conversation } from '../core/model.ts'
import { Refused } from '../core/refusal.ts'
import type { Agent } from '../core/settings.ts'
import { followAsAgent } from './agent-follower.ts'
import { type AgentWatches, createAgentWatches } from './agent-watches.ts'
import { reachNewest } from './follower.ts'
import type { Peer } from './peer.ts'
import type { Rim } from './rim.ts'
import { type AgentMember, presenceOf } from './roster.ts'

/** More than anybody has on the screen: a bound on what one socket may hold. */
const MAX_WATCHES = 100

/** An inbox that has signed in, and the conversations it follows. */
export interface AgentInbox {
  readonly agent: Agent
  /** Follows a conversation from `since` on, or says `reset` when that is too far back. @throws {Refused} `not_found`, `too_many` */
  watch(conversation: string, since: number): Promise<void>
  unwatch(conversation: string): void
  isWatching(conversation: string): boolean
  leave(): void
}

export function openInbox(rim: Rim, agent: Agent, peer: Peer<AgentServerFrame>): AgentInbox {
  const { roster, ports } = rim
  const watches = createAgentWatches(roster)
  const member = memberOf(agent, peer, watches)
  let hasLeft = false
  roster.agents.add(member)

  const begin = (
    id: string,
    since: number,
    { seq, person }: Pick<Conversation, 'seq' | 'person'>
  ) => {
    const follower = followAsAgent(rim, peer, { agent, conversation: id, since })
    watches.add(member, id, { person, follower })
    if (since === seq) peer.send({ type: 'entries', conversation: id, entries: [] })
    follower.reach(seq)
    reachNewest(ports, id, follower)
    member.presence(id, presenceOf(roster, id))
  }

  return {
    agent,
    async watch(id, since) {
      const { seq, ...conversation } = await conversationFor(ports.store, agent, id)
      const person = await ports.store.person(conversation.person)
      if (hasLeft) return
      watches.remove(member, id)
      if (since > seq || seq - since > PAGE_ENTRIES) return member.reset(id)
      if (watches.size >= MAX_WATCHES) {
        throw new Refused('too_many', `Follow at most ${MAX_WATCHES} conversations at a time.`)
      }
      begin(id, since, { seq, person: person?.root ?? conversation.person })
    },
    unwatch: conversation => watches.remove(member, conversation),
    isWatching: conversation => watches.of(conversation) !== undefined,
    leave() {
      hasLeft = true
      watches.clear(member)
      roster.agents.delete(member)
    }
  }
}

/** What the hub tells an inbox, as frames. */
function memberOf(agent: Agent, peer: Peer<AgentServerFrame>, watches: AgentWatches): AgentMember {
  const member: AgentMember = {
    agent,
    entries: (conversation, entries) => watches.of(conversation)?.push(entries),
    reset(conversation) {
      watches.remove(member, conversation)
      peer.send({ type: 'reset', conversation })
    },
    summary: peer.send,
    typing(conversation, from, name) {
      // Not their own: an agent may have the inbox open twice.
      if (from === 'agent' && name === agent.name) return
      peer.send({ type: 'typing', conversation, from, ...(name ? { name } : {}) })
    },
    presence: (conversation, presence) =>
      peer.send({ type: 'presence', conversation, ...presence }),
    event: (person, event) => peer.send({ type: 'event', person, event }),
    personChanged(person) {
      for (const conversation of watches.ofPerson(person)) member.reset(conversation)
    }
  }
  return member
}
