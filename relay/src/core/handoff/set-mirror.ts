import { commit, type Writing } from '../commit.ts'
import { conversationOf } from '../conversation/viewer.ts'
import type { Link } from '../model.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import { surfaceOf } from '../surface.ts'

type Cause = 'phone' | 'visitor' | 'idle' | 'return'

/** Shows, or stops showing, what is said through a link in the web session. Sites opened from that phone follow it. */
export async function setMirror(
  ports: Ports,
  { tx, append, tell }: Writing,
  { link, shown, by }: { link: Link; shown: boolean; by: Cause }
): Promise<void> {
  const mirror = shown ? 'on' : 'off'
  const wasShown = link.mirror === 'on'
  if (link.mirror !== mirror) await tx.changeLink(link.id, { mirror })
  if (wasShown === shown) return
  for (const other of await tx.links({ conversation: link.conversation })) {
    if (other.via === link.id && other.endedAt === null) await tx.changeLink(other.id, { mirror })
  }
  const address = await tx.address(link.address)
  const on = surfaceOf(ports, address?.account ?? '')
  await append(link.conversation, { type: 'mirror', link: link.id, on, shown, by })
  tell({ type: 'visibility', conversation: link.conversation })
}

/** The visitor no longer wants a phone's side shown in their session. @throws {Refused} `not_found` */
export function stopMirror(ports: Ports, address: string, id: string): Promise<void> {
  return commit(ports, async writing => {
    const { conversation } = await conversationOf(writing.tx, address)
    const link = await writing.tx.link(id)
    if (!link || link.conversation !== conversation.id) {
      throw new Refused('not_found', 'There is no such link in this conversation.', 'link')
    }
    await setMirror(ports, writing, { link, shown: false, by: 'visitor' })
  })
}
