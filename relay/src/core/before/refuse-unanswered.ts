import type { ToldTraits } from '@segue/sdk/protocol'
import { ownConversations } from '../conversation/own-conversations.ts'
import type { Conversation } from '../model.ts'
import type { Ports } from '../ports.ts'
import type { Reads } from '../reads.ts'
import { Refused } from '../refusal.ts'
import { knownTraits } from './known-traits.ts'
import { inLanguage, type Question } from './question.ts'
import { readAllTold } from './read-told.ts'

/** Somebody of the company has written first, if they have, among so many of the oldest entries. */
const NEAR = 50

/** A message that is about to be kept. */
interface Message {
  conversation: Conversation
  address: string
  told: ToldTraits | undefined
}

/**
 * A site's questions that nobody may skip are answered before a visitor's very first message, or with it. Whoever is in the
 * middle of a conversation, or comes back from one, is not stopped by questions that are new.
 *
 * @throws {Refused} `unanswered`
 */
export async function refuseUnanswered(
  { sites }: Pick<Ports, 'sites'>,
  reads: Reads,
  { conversation, address: id, told = {} }: Message
): Promise<void> {
  const site = sites.get(conversation.site)
  const isFirst = conversation.lastAt === null
  if (!site?.before?.required || !isFirst) return
  const required = site.before.questions.filter(question => question.required)
  const answers = readAllTold(required, told)
  const open = required.filter(question => !Object.hasOwn(answers, question.id))
  const address = open.length > 0 ? await reads.address(id) : undefined
  if (!address) return
  const known = await knownTraits(reads, address)
  const missing = open.filter(question => !known.has(question.id))
  if (missing.length > 0 && !(await hasTalked(reads, conversation, id))) {
    throw unanswered(missing, site.language)
  }
}

/** Whether anything was said here, or in an earlier conversation of this visitor's. */
async function hasTalked(reads: Reads, { id }: Conversation, address: string): Promise<boolean> {
  const { conversations } = await ownConversations(reads, address, { limit: 1 })
  if (conversations.some(({ lastAt }) => lastAt !== null)) return true
  const entries = await reads.entries(id, { after: 0, limit: NEAR })
  return entries.some(({ body }) => body.type === 'message')
}

function unanswered(missing: Question[], language: string): Refused {
  const names = missing.map(({ id, label }) => {
    const said = label && inLanguage(label, language)
    return said ? `${id} (“${said}”)` : id
  })
  return new Refused(
    'unanswered',
    `This site has to know first: ${names.join(', ')}. Send the answers along, in “traits”.`,
    `traits.${missing[0]!.id}`
  )
}
