import { commit } from '../commit.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import type { Agent } from '../settings.ts'
import { settleRoots } from './settle-roots.ts'

/**
 * An agent says that a join is wrong: each side is shown with exactly its own history again, at once. It stays so, whatever
 * pages tell. Doing it twice changes nothing. @throws {Refused} `not_found`
 */
export const undoJoin = (ports: Ports, agent: Agent, id: string): Promise<void> =>
  changeJoin(ports, { agent, id, isUndone: true })

/** Takes that back. @throws {Refused} `not_found` */
export const redoJoin = (ports: Ports, agent: Agent, id: string): Promise<void> =>
  changeJoin(ports, { agent, id, isUndone: false })

function changeJoin(
  ports: Ports,
  { agent, id, isUndone }: { agent: Agent; id: string; isUndone: boolean }
): Promise<void> {
  return commit(ports, async writing => {
    const join = await writing.tx.join(id)
    if (!join || !agent.sites.includes(join.site)) {
      throw new Refused('not_found', 'There is no such join.')
    }
    if ((join.endedAt !== null) === isUndone) return
    const ended = { endedAt: ports.now(), endedBy: agent.id }
    await writing.tx.changeJoin(id, isUndone ? ended : { endedAt: null, endedBy: null })
    await settleRoots(ports, writing, { site: join.site, changed: [join.node] })
  })
}
