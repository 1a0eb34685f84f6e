import type { Values } from '../content/fields.tsx'

/** What is typed before the chat, as it outlives a reload of the tab. */
export interface Kept {
  /** Whose it is: another visitor's is not shown. */
  visitor: string
  values: Values
  /** Whether it has been sent off, or skipped. */
  done?: boolean
}

// The SDK wipes it when the user signs out.
const keyOf = (site: string): string => `segue:${site}:before`

/** Where storage is blocked: for this page. */
const inMemory = new Map<string, Kept>()

export function readKept(site: string, visitor: string): Kept | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(site)) ?? 'null')
    return kept?.visitor === visitor && kept.values ? kept : undefined
  } catch {
    const kept = inMemory.get(site)
    return kept?.visitor === visitor ? kept : undefined
  }
}

export function writeKept(site: string, kept: Kept): void {
  try {
    sessionStorage.setItem(keyOf(site), JSON.stringify(kept))
  } catch {
    inMemory.set(site, kept)
  }
}
