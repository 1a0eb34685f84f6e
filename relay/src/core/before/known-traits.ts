import { visitorNode } from '../identity/find-people.ts'
import { mergeTraits, nameIn } from '../identity/merge-traits.ts'
import { kindOf, type Node } from '../identity/who-is-who.ts'
import type { Address, Person } from '../model.ts'
import type { Reads } from '../reads.ts'

/**
 * The traits that are known of a visitor: what their browser told, and what is known of the user they have proved to be.
 * Not what is known of a user they merely say to be: whoever claims an id would learn of it.
 */
export async function knownTraits(reads: Reads, { id, site }: Address): Promise<Set<string>> {
  const people = await peopleBehind(reads, site, visitorNode(id))
  const { traits } = mergeTraits(...people)
  const known = Object.entries(traits).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : name
  )
  return new Set(nameIn(traits) ? ['name', ...known] : known)
}

async function peopleBehind(reads: Reads, site: string, visitor: Node): Promise<Person[]> {
  const [person] = await reads.peopleOf(site, [visitor])
  if (!person) return []
  const root = await reads.person(person.root)
  if (root?.node && kindOf(root.node) === 'user') return reads.members(root.id)
  const joins = await reads.joins(site, { to: [visitor] })
  const anonymous = joins.filter(({ endedAt }) => endedAt === null).map(({ node }) => node)
  return [person, ...(anonymous.length > 0 ? await reads.peopleOf(site, anonymous) : [])]
}
