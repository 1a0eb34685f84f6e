import type { ServerFrame } from '@segue/sdk/protocol'
import { unreadElsewhere } from '../core/conversation/count-unread.ts'
import type { Peer } from './peer.ts'
import type { Rim } from './rim.ts'

/**
 * Keeps a page told of how many answers wait in the visitor's conversations that it is not in: at first, where there are any, and
 * whenever something is said or read there. Returns the end of it.
 */
export function followElsewhere(
  { ports, roster, log }: Rim,
  peer: Peer<ServerFrame>,
  address: string
): () => void {
  let others: string[] = []
  let told: number | undefined
  /** Grows when what is being counted is not wanted any more. */
  let turn = 0

  const leave = () => {
    turn += 1
    for (const id of others) roster.elsewhereOf.remove(id, member)
    others = []
  }

  const count = async () => {
    turn += 1
    const mine = turn
    const found = await unreadElsewhere(ports, address)
    if (mine !== turn) return
    leave()
    others = found.others
    for (const id of others) roster.elsewhereOf.add(id, member)
    if (told === found.unread || (told === undefined && others.length === 0)) return
    told = found.unread
    peer.send({ type: 'elsewhere', unread: told })
  }

  const changed = () =>
    void count().catch(error => log.error('what waits elsewhere could not be counted', error, {}))
  const member = { changed }

  changed()
  return leave
}
