const said = new Set<string>()

/**
 * Tells the developer what is wrong with a call, once for each mistake. The page goes on.
 *
 * @param about what counts as the same mistake
 */
export function warnOnce(mistake: string, about: string = mistake): void {
  if (said.has(about)) return
  said.add(about)
  console.warn(`[segue] ${mistake}`)
}
