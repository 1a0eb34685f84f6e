import type { Writing } from '../commit.ts'
import { endLink } from '../handoff/undo-link.ts'
import type { Ports } from '../ports.ts'

/**
 * A browser is no longer a user's: it leaves the conversation it could read as that user, and that user's other browsers
 * leave its own. Each keeps what it said itself.
 */
export async function endTokenLinks(
  ports: Ports,
  writing: Writing,
  browser: { address: string; person: string }
): Promise<void> {
  const { tx } = writing
  const current = await tx.currentLink(browser.address)
  const links = [...(current ? [current] : []), ...(await tx.links({ person: browser.person }))]
  for (const link of links) {
    if (link.proof !== 'token' || link.endedAt !== null) continue
    const address = await tx.address(link.address)
    if (address) await endLink(ports, writing, { link, address, by: 'agent' })
  }
}
