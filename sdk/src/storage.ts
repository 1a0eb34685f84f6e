import { attempt } from './attempt.ts'

/** Named values that outlive the page, if the browser lets them. Never throws. */
export interface Shelf {
  /** A JSON value. The caller checks the shape: anybody may have written there. */
  read(key: string): unknown
  /** Keeps a JSON value, in memory if need be. `undefined` removes. */
  write(key: string, value: unknown): void
  /** A text as it was kept. Never from memory. */
  text(key: string): string | undefined
  /** Keeps a text, or removes it. False when it could not be: it is nowhere then. */
  keep(key: string, text: string | undefined): boolean
  /** The names of what is kept that begin so. */
  keys(prefix: string): string[]
}

/**
 * Keeps values in a `Storage`, and in memory where there is none, it is blocked or it is full.
 *
 * @param open called at each use and never before: in a sandboxed frame even naming `localStorage` throws
 */
export function createShelf(open: () => Storage | null | undefined): Shelf {
  const memory = new Map<string, string | undefined>()

  const text = (key: string) => attempt(() => open()?.getItem(key)) ?? undefined

  const keep = (key: string, text: string | undefined) =>
    attempt(() => {
      if (text === undefined) open()?.removeItem(key)
      else open()!.setItem(key, text)
      return true
    }) ?? false

  return {
    ...{ text, keep },
    read: key => attempt(() => JSON.parse(memory.get(key) ?? text(key) ?? 'null')) ?? undefined,
    write(key, value) {
      const raw = JSON.stringify(value)
      if (keep(key, raw)) memory.delete(key)
      else memory.set(key, raw)
    },
    keys: prefix =>
      attempt(() => {
        const storage = open()!
        const names = Array.from(storage, (_, at) => storage.key(at) ?? '')
        return names.filter(key => key.startsWith(prefix))
      }) ?? []
  }
}
