import type { OpenTransport } from '../transport.ts'
import type { World } from '../world.ts'
import { followLeader } from './follow-leader.ts'
import { leadTabs } from './lead-tabs.ts'
import { queueForLead } from './queue-for-lead.ts'
import type { Role, Tab } from './tab.ts'
import { openTabChannel, VERSION } from './tab-channel.ts'

export interface TabsOptions extends Pick<Tab, 'choice' | 'again'> {
  world: World
  /** What tabs must have in common to share. */
  name: string
}

/** All tabs that share a connection, as one of them sees it. */
export interface Tabs {
  readonly name: string
  /** Whether this is the tab that connects. */
  leads(): boolean
  /** By way of the leader, or to the relay itself. */
  open: OpenTransport
  /** The connection opened last is over by itself. */
  ended(): void
  /** Leaves the others, and the lead to one of them. */
  leave(): void
}

/**
 * Joins the tabs of this name: one of them leads and connects to the relay, the others speak through it. When the leader
 * closes, crashes or freezes, the next one leads: all say hello again, from where they were, and say again what nobody
 * has acknowledged. Undefined where the browser lacks what it takes.
 */
export function joinTabs({ world, name, choice, again }: TabsOptions): Tabs | undefined {
  const { locks = globalThis.navigator?.locks } = world
  if (!locks || !(world.openChannel || globalThis.BroadcastChannel)) return undefined
  const common = `segue:tabs:${VERSION}:${name}`
  let role: Role | undefined

  const channel = openTabChannel(world, common, {
    who: (...heard) => role?.who(...heard),
    lead: (...heard) => role?.lead(...heard),
    say: (...heard) => role?.say(...heard),
    hear: (...heard) => role?.hear(...heard)
  })
  const tab: Tab = { world, locks, name: common, channel, own: undefined, choice, again }

  const play = (next: Role) => {
    role?.end()
    role = next
  }
  const follow = () => play(followLeader(tab, () => lead.take()))
  follow()

  const lead = queueForLead(locks, common, {
    won() {
      play(leadTabs(tab))
      again()
    },
    lost: follow
  })
  // As long as we live, whoever leads knows it.
  const life = queueForLead(locks, `${common}:${channel.me}`, { won() {}, lost() {} })
  const unlisten = world.listen('visibilitychange', () => role?.turned())

  return {
    name,
    leads: () => role!.leads,
    open: events => role!.open(events),
    ended: () => role?.ended(),
    leave() {
      unlisten()
      role?.end()
      lead.leave()
      life.leave()
      channel.close()
    }
  }
}
