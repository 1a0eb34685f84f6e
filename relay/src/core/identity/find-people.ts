import type { Writing } from '../commit.ts'
import type { Person } from '../model.ts'
import type { Ports } from '../ports.ts'
import type { Reads } from '../reads.ts'
import { idOf, kindOf, type Node, nodeOf } from './who-is-who.ts'

/** Persons by their nodes. */
export type People = Map<Node, Person>

/** Somebody of whom only this is known. */
export const newPerson = (
  { now, random }: Pick<Ports, 'now' | 'random'>,
  known: Pick<Person, 'site'> & Partial<Pick<Person, 'node' | 'name' | 'language'>>
): Person => {
  const id = random.id()
  const nothing = { node: null, name: null, language: null, traits: {}, marks: {} }
  return { ...nothing, nameRank: 0, nameAt: 0, id, root: id, at: now(), ...known }
}

/** The persons of those nodes that have one. */
export async function findPeople(
  reads: Reads,
  site: string,
  nodes: Iterable<Node>
): Promise<People> {
  const found = await reads.peopleOf(site, [...new Set(nodes)])
  return new Map(found.map(person => [person.node!, person]))
}

/**
 * Gives each of these nodes a person, and puts them with those there are. An anonymous id gets what was nobody's until then;
 * most never need one.
 */
export async function makePeople(
  ports: Ports,
  { tx }: Writing,
  { site, nodes, people }: { site: string; nodes: Iterable<Node>; people: People }
): Promise<void> {
  for (const node of new Set(nodes)) {
    if (people.has(node)) continue
    const person = newPerson(ports, { site, node })
    await tx.addPerson(person)
    if (kindOf(node) === 'anon') await tx.claimEvents(site, idOf(node), person.id)
    people.set(node, person)
  }
}

/** The node of a browser that has the chat. */
export const visitorNode = (address: string): Node => nodeOf('visitor', address)
