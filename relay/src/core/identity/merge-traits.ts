/** When a trait was told, and whether by the site itself (a signed token, its own server) rather than by a page. */
export type TraitMark = [at: number, signed: boolean]

/** What is known of somebody, each trait with its mark. One without counts as the oldest. */
export interface MarkedTraits {
  traits: Record<string, unknown>
  marks: Record<string, TraitMark>
}

/** Most traits kept of one person. Whoever has the public key can tell more; the newest stay. */
const MOST_TRAITS = 300

type Entry = [key: string, value: unknown, mark: TraitMark]

const NEVER: TraitMark = [0, false]

const entriesOf = ({ traits, marks }: MarkedTraits): Entry[] =>
  Object.entries(traits).map(([key, value]) => [
    key,
    value,
    Object.hasOwn(marks, key) ? marks[key]! : NEVER
  ])

const textOf = (value: unknown): string => JSON.stringify(value) ?? ''

/** Above zero when `a` stands before `b`: what the site signed, then what was told last, then whatever text is greater. */
const compare = ([keyA, valueA, [atA, signedA]]: Entry, [keyB, valueB, [atB, signedB]]: Entry) =>
  Number(signedA) - Number(signedB) ||
  atA - atB ||
  (keyA === keyB ? order(textOf(valueA), textOf(valueB)) : order(keyA, keyB))

const order = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)

/** Everything that was told, each trait as it was told best. Neither order nor repetition matters. */
export function mergeTraits(...parts: readonly MarkedTraits[]): MarkedTraits {
  const best = new Map<string, Entry>()
  for (const entry of parts.flatMap(entriesOf)) {
    const known = best.get(entry[0])
    if (!known || compare(entry, known) > 0) best.set(entry[0], entry)
  }
  const kept = [...best.values()]
    .sort(compare)
    .slice(-MOST_TRAITS)
    .sort(([a], [b]) => order(a, b))
  return {
    // From entries, so that a trait called `__proto__` is one like any other.
    traits: Object.fromEntries(kept.map(([key, value]) => [key, value])),
    marks: Object.fromEntries(kept.map(([key, , mark]) => [key, mark]))
  }
}

/** Traits that were told together. */
export const markTraits = (traits: Record<string, unknown>, mark: TraitMark): MarkedTraits => ({
  traits,
  marks: Object.fromEntries(Object.keys(traits).map(key => [key, mark]))
})

/** The name that traits tell, in the Segment spec's fields. */
export function nameIn({ name, firstName, lastName }: Record<string, unknown>): string | undefined {
  if (typeof name === 'string' && name.trim()) return name.trim().slice(0, 120)
  const parts = [firstName, lastName].filter(part => typeof part === 'string' && part.trim())
  return parts.length > 0 ? parts.join(' ').slice(0, 120) : undefined
}

/** A name, and how good its word is: 0 a network's, 1 a page's, 2 the site's own. */
export interface KnownName {
  name: string
  nameRank: number
  nameAt: number
}

/** The name that marked traits tell, if any. */
export function knownName({ traits, marks }: MarkedTraits): KnownName | undefined {
  const name = nameIn(traits)
  if (!name) return undefined
  const told = ['name', 'firstName', 'lastName'].flatMap(key =>
    Object.hasOwn(traits, key) ? [Object.hasOwn(marks, key) ? marks[key]! : NEVER] : []
  )
  return {
    name,
    nameRank: told.some(([, signed]) => signed) ? 2 : 1,
    nameAt: Math.max(...told.map(([at]) => at))
  }
}
