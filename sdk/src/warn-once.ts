const said = new Set<string>()

/** Tells the developer what is wrong with a call, once for each mistake. The page goes on. */
export function warnOnce(mistake: string): void {
  if (said.has(mistake)) return
  said.add(mistake)
  console.warn(`[segue] ${mistake}`)
}
