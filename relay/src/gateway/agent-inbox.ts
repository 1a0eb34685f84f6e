import type { AgentServerFrame } from '@segue/sdk/protocol'
import { PAGE_ENTRIES } from '@segue/sdk/protocol'
import { Refused } from '../core/refusal.ts'
import type { Agent } from '../core/settings.ts'
import { conversationFor } from '../core/viewer.ts'
import { followAsAgent } from './agent-follower.ts'
import { type Follower, reachNewest } from './follower.ts'
import type { Peer } from './peer.ts'
import type { Rim } from './rim.ts'
import { type AgentMember, presenceOf } from './roster.ts'

/** More than anybody has on the screen: a bound on what one socket may hold. */
const MAX_WATCHES = 50

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
  const watches = new Map<string, { person: string; follower: Follower }>()

  const unwatch = (conversation: string) => {
    const watch = watches.get(conversation)
    if (!watch) return
    watch.follower.stop()
    watches.delete(conversation)
    roster.agentsOf.remove(conversation, member)
    const people = [...watches.values()].map(({ person }) => person)
    if (!people.includes(watch.person)) roster.agentsOfPerson.remove(watch.person, member)
  }

  const reset = (conversation: string) => {
    unwatch(conversation)
    peer.send({ type: 'reset', conversation })
  }

  const member: AgentMember = {
    agent,
    entries: (conversation, entries) => watches.get(conversation)?.follower.push(entries),
    reset,
    summary: summary => peer.send({ type: 'summary', summary }),
    typing(conversation, from, name) {
      if (from === 'agent' && name === agent.name) return
      peer.send({ type: 'typing', conversation, from, ...(name ? { name } : {}) })
    },
    presence: (conversation, presence) =>
      peer.send({ type: 'presence', conversation, ...presence }),
    event: (person, event) => peer.send({ type: 'event', person, event })
  }
  roster.agents.add(member)

  return {
    agent,
    async watch(id, since) {
      const { seq, person } = await conversationFor(ports.store, agent, id)
      unwatch(id)
      if (since > seq || seq - since > PAGE_ENTRIES) return reset(id)
      if (watches.size >= MAX_WATCHES) {
        throw new Refused('too_many', `Follow at most ${MAX_WATCHES} conversations at a time.`)
      }
      const follower = followAsAgent(rim, peer, { agent, conversation: id, since })
      watches.set(id, { person, follower })
      roster.agentsOf.add(id, member)
      roster.agentsOfPerson.add(person, member)
      if (since === seq) peer.send({ type: 'entries', conversation: id, entries: [] })
      follower.reach(seq)
      reachNewest(ports, id, follower)
      member.presence(id, presenceOf(roster, id))
    },
    unwatch,
    isWatching: conversation => watches.has(conversation),
    leave() {
      for (const conversation of [...watches.keys()]) unwatch(conversation)
      roster.agents.delete(member)
    }
  }
}
