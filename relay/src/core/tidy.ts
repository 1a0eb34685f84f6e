import { commit, type Writing } from './commit.ts'
import { forgetEvents } from './events/forget-events.ts'
import { removeOrphans } from './files/remove-orphans.ts'
import { changeHandoff } from './handoff/change-handoff.ts'
import { setMirror } from './handoff/set-mirror.ts'
import type { Link, StoredEntry } from './model.ts'
import type { Ports } from './ports.ts'

const AT_ONCE = 100
/** Those with an open page stay in the list, so it must hold more than are open at one relay. */
const MOST_MIRRORS = 20_000

/** What time does by itself: codes expire, a mirror stops when its web session has long been idle, old events and files that nobody sent are forgotten. */
export async function tidy(ports: Ports): Promise<void> {
  await expireHandoffs(ports)
  await stopIdleMirrors(ports)
  await forgetEvents(ports)
  await removeOrphans(ports)
}

function expireHandoffs(ports: Ports): Promise<void> {
  return commit(ports, async writing => {
    for (const handoff of await writing.tx.expiredHandoffs(ports.now(), AT_ONCE)) {
      await changeHandoff(ports, writing, { handoff, status: 'expired' })
    }
  })
}

async function stopIdleMirrors(ports: Ports): Promise<void> {
  const shortest = Math.min(...[...ports.sites.values()].map(({ mirrorIdleMs }) => mirrorIdleMs))
  for (const link of await ports.store.idleMirrors(ports.now() - shortest, MOST_MIRRORS)) {
    await commit(ports, writing => stopIfIdle(ports, writing, link))
  }
}

async function stopIfIdle(
  ports: Ports,
  writing: Writing,
  { id, conversation }: Link
): Promise<void> {
  const { tx } = writing
  const link = await tx.link(id)
  const site = (await tx.conversation(conversation))?.site ?? ''
  const idleMs = ports.sites.get(site)?.mirrorIdleMs
  if (link?.mirror !== 'on' || idleMs === undefined) return
  if (ports.watchers(conversation).length > 0) return
  const recent = await tx.entries(conversation, { before: Number.MAX_SAFE_INTEGER, limit: 50 })
  const wasThere = recent.some(entry => entry.at > ports.now() - idleMs && isOfWebSession(entry))
  if (!wasThere) await setMirror(ports, writing, { link, shown: false, by: 'idle' })
}

/** Whether an entry shows that somebody was at the web session, or has just asked for the mirror. */
const isOfWebSession = ({ link, body }: StoredEntry): boolean =>
  link === null &&
  (body.type === 'mirror' ||
    (body.type === 'message' && body.from === 'visitor') ||
    (body.type === 'seen' && body.by === 'visitor'))
