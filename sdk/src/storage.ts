import { attempt } from './attempt.ts'

/** Named JSON values that outlive the page, if the browser lets them. Never throws. */
export interface Shelf {
  /** The caller checks the shape: anybody may have written there. */
  read(key: string): unknown
  /** `undefined` removes. */
  write(key: string, value: unknown): void
}

/**
 * Keeps values in a `Storage`, and in memory where there is none, it is blocked or it is full.
 *
 * @param open called at each use and never before: in a sandboxed frame even naming `localStorage` throws
 */
export function createShelf(open: () => Storage | null | undefined): Shelf {
  const memory = new Map<string, string | undefined>()

  return {
    read: key =>
      attempt(() => JSON.parse(memory.get(key) ?? open()?.getItem(key) ?? 'null')) ?? undefined,
    write(key, value) {
      const raw = JSON.stringify(value)
      try {
        if (raw === undefined) open()?.removeItem(key)
        else open()!.setItem(key, raw)
        memory.delete(key)
      } catch {
        memory.set(key, raw)
      }
    }
  }
}
