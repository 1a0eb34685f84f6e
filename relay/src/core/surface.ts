import type { Surface } from '@segue/sdk/protocol'
import type { Link } from './model.ts'
import type { Ports } from './ports.ts'

/** The account of every visitor's own page. */
export const WEB = 'web'

/** Where an address is, in the wire's words. An account that has left the configuration keeps its id. */
export const surfaceOf = ({ accounts }: Pick<Ports, 'accounts'>, account: string): Surface => ({
  account,
  network: account === WEB ? WEB : (accounts.get(account)?.channel.network ?? account)
})

/**
 * What the visibility of something said through a link hangs on: nothing for the web session the conversation belongs to,
 * the link itself for everybody else.
 */
export const linkOfEntry = (link: Link, account: string): string | null =>
  account === WEB && link.proof === 'self' ? null : link.id
