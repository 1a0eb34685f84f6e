import type { Writing } from '../commit.ts'
import { carryMessages } from '../handoff/carry-messages.ts'
import { endLink } from '../handoff/undo-link.ts'
import type { Link } from '../model.ts'
import type { Ports } from '../ports.ts'
import { linkOfEntry, WEB } from '../surface.ts'

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
  const own = await tx.links({ address: browser.address })
  for (const link of [...own, ...(await tx.links({ person: browser.person }))]) {
    if (link.proof !== 'token') continue
    if (link.endedBy === 'replaced') await takeHome(writing, link)
    const address = link.endedAt === null ? await tx.address(link.address) : undefined
    if (address) await endLink(ports, writing, { link, address, by: 'agent' })
  }
}

/** What was said in a conversation that the browser has left since goes to the one it is in. */
async function takeHome(writing: Writing, link: Link): Promise<void> {
  const { tx, tell } = writing
  await tx.changeLink(link.id, { endedBy: 'agent' })
  const home = await tx.currentLink(link.address)
  if (home && home.conversation !== link.conversation) {
    await carryMessages(writing, {
      ...{ from: link.conversation, to: home.conversation, link: link.id },
      as: linkOfEntry(home, WEB)
    })
  }
  tell({ type: 'visibility', conversation: link.conversation })
}
