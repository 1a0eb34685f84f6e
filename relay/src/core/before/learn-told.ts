import type { ToldTraits } from '@segue/sdk/protocol'
import type { Writing } from '../commit.ts'
import { visitorNode } from '../identity/find-people.ts'
import { learnTraits } from '../identity/learn-traits.ts'
import { markTraits } from '../identity/merge-traits.ts'
import type { Ports } from '../ports.ts'
import { readAllTold } from './read-told.ts'

/**
 * Keeps what a visitor says of themselves with their first message, as far as the site asks it: nobody has proved it. What is
 * no answer is left out, as the questions may have changed since they were asked; the message counts all the same.
 */
export async function learnTold(
  { sites, now }: Ports,
  writing: Writing,
  { site, address, told }: { site: string; address: string; told: ToldTraits }
): Promise<void> {
  const { tx } = writing
  const traits = readAllTold(sites.get(site)?.before?.questions ?? [], told)
  if (Object.keys(traits).length === 0) return
  const [person] = await tx.peopleOf(site, [visitorNode(address)])
  if (!person) return
  await learnTraits(writing, person, [markTraits(traits, [now(), false])])
  const conversations = await tx.conversationsOf([person.id], 1)
  writing.tell({
    ...{ type: 'person', people: [person.root] },
    conversations: conversations.map(({ id }) => id)
  })
}
