import type { Writing } from '../commit.ts'
import type { Person } from '../model.ts'
import { knownName, type MarkedTraits, mergeTraits } from './merge-traits.ts'

/** Keeps what was told of a person, as far as nothing better is known. */
export async function learnTraits(
  { tx }: Writing,
  person: Person,
  told: readonly MarkedTraits[]
): Promise<void> {
  const known = mergeTraits(person)
  const merged = mergeTraits(person, ...told)
  if (JSON.stringify(merged) === JSON.stringify(known)) return
  await tx.changePerson(person.id, { ...merged, ...knownName(merged) })
  Object.assign(person, merged)
}
