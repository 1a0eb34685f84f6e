import type { Answer, FileRef } from '@segue/sdk/protocol'
import type { ChannelEvent } from '../channel.ts'
import type { Writing } from '../commit.ts'
import { beginConversation } from '../conversation/begin-conversation.ts'
import { personWrote } from '../message/person-wrote.ts'
import type { Address, Conversation, Link } from '../model.ts'
import type { Ports } from '../ports.ts'
import { surfaceOf } from '../surface.ts'
import { textsFor } from './say-on-phone.ts'

/** A message of a network, as the channel tells it. */
export type PhoneMessage = Extract<ChannelEvent, { type: 'message' }>

/** A file that was kept, or null where the network did not give it. */
export type KeptFile = FileRef | null

/** A message that came in, and whom it came from. */
export interface Arrival {
  event: PhoneMessage
  files: KeptFile[]
  address: Address
}

/** A conversation of the phone's own. */
export const begin = (ports: Ports, writing: Writing, { address, event }: Arrival) =>
  beginConversation(ports, writing, {
    site: address.site,
    address: address.id,
    name: event.name ?? null,
    language: address.language
  })

interface Keeping extends Arrival {
  link: Link
  /** Replaces the message's own, when the code was taken out of it. */
  text?: string
  /** What it answers. */
  answer?: Answer
  /** The relay answers it by itself: nobody waits for an agent because of it. */
  isAnswered?: boolean
}

/** Puts what was said into the thread. */
export async function keepMessage(
  ports: Ports,
  writing: Writing,
  { event, files, address, link, text = event.text, answer, isAnswered = false }: Keeping
): Promise<void> {
  const conversation = await conversationOfLink(writing, link)
  const kept = files.filter(file => file !== null)
  const missing = files.length - kept.length
  const texts = textsFor(ports, address)
  const lines = [text, ...Array<string>(missing).fill(texts.fileMissing)].filter(Boolean)
  if (lines.length === 0 && kept.length === 0) return
  const message = ports.random.id()
  for (const file of kept) {
    const { site } = conversation
    await writing.tx.addFile({ ...file, site, owner: null, message, at: ports.now() })
  }
  await personWrote(writing, {
    ...{ conversation, address: address.id, at: ports.now(), isAnswered },
    body: {
      type: 'message',
      id: message,
      from: 'visitor',
      ...(event.name ? { name: event.name } : {}),
      text: lines.join('\n'),
      ...(kept.length > 0 ? { files: kept } : {}),
      ...(answer ? { answer } : {}),
      on: surfaceOf(ports, address.account)
    },
    link: link.id
  })
  await learnName(writing, conversation.person, event.name)
}

/** What the network calls somebody, until they or the site say better. Only agents see it. */
async function learnName({ tx }: Writing, id: string, name: string | undefined): Promise<void> {
  const person = name ? await tx.person(id) : undefined
  if (name && person && !person.name)
    await tx.changePerson(id, { name: name.slice(0, 120).toWellFormed() })
}

async function conversationOfLink({ tx }: Writing, link: Link): Promise<Conversation> {
  const conversation = await tx.conversation(link.conversation)
  if (!conversation) throw new Error('A link points at no conversation.')
  return conversation
}
