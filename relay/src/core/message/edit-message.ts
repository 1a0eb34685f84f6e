import type { EditRequest } from '@segue/sdk/protocol'
import { commit } from '../commit.ts'
import { conversationFor } from '../conversation/viewer.ts'
import { NOBODY } from '../files/remove-orphans.ts'
import type { EntryBody } from '../model.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import type { Agent } from '../settings.ts'
import type { Tx } from '../store.ts'

/**
 * Changes what the company said on the site, or takes it back: then its words and files are gone from the store as well.
 * What a network has delivered stays on the phone as it was, so such a message stays here too. Twice is once.
 *
 * @throws {Refused} `not_found`; `forbidden` for what others said; `conflict` when it went to a phone, or was taken back
 */
export async function editMessage(
  ports: Ports,
  agent: Agent,
  conversation: string,
  request: EditRequest
): Promise<void> {
  const { message: id } = request
  const text = 'text' in request ? request.text.trim() : null
  if (text === '') throw new Refused('invalid', 'Say something, or take it back.', 'text')
  return commit(ports, async ({ tx, append }) => {
    await conversationFor(tx, agent, conversation)
    const entry = await tx.message(conversation, id)
    const said = entry?.body
    if (said?.type !== 'message') throw new Refused('not_found', 'There is no such message.')
    if (said.from !== 'agent' && said.from !== 'bot') {
      throw new Refused('forbidden', 'Only what the company said can be changed.')
    }
    if (said.on.account !== 'web') {
      throw new Refused('conflict', 'It has gone to a phone, and stays there as it was sent.')
    }
    if (said.removed && text === null) return
    if (said.removed) throw new Refused('conflict', 'It was taken back.')
    if (said.text === text) return
    await tx.changeMessage(conversation, id, text === null ? null : { text })
    if (text === null) await disownFiles(tx, said)
    const change = text === null ? { text: '', removed: true as const } : { text }
    await append(conversation, { type: 'edit', message: id, ...change }, entry!.link)
  })
}

/** What came with it is part of no message now, and goes as what nobody sent does. */
async function disownFiles(
  tx: Tx,
  { id, files = [], content }: Extract<EntryBody, { type: 'message' }>
): Promise<void> {
  const pictures =
    content?.kind === 'cards' ? content.cards.flatMap(({ image }) => image ?? []) : []
  for (const file of [...files, ...pictures]) {
    const known = await tx.file(file.id)
    if (known?.message === id) await tx.changeFile(file.id, { message: null, owner: NOBODY })
  }
}
