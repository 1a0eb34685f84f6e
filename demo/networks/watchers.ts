/** Tells whoever looks that something changed. */
export interface Watchers {
  changed(): void
  /** Calls back after every change. Returns its undo. */
  watch(look: () => void): () => void
  /** Waits until a look finds something. @throws {Error} after `ms`, 10 seconds unless told. */
  until<T>(look: () => T | undefined | null | false, ms?: number): Promise<T>
}

export function createWatchers(): Watchers {
  const looking = new Set<() => void>()
  return {
    changed() {
      for (const look of looking) look()
    },
    watch(look) {
      looking.add(look)
      return () => looking.delete(look)
    },
    until<T>(look: () => T | undefined | null | false, ms = 10_000): Promise<T> {
      return new Promise((resolve, reject) => {
        const stop = () => {
          clearTimeout(timer)
          looking.delete(check)
        }
        const check = () => {
          const found = look()
          if (!found) return
          stop()
          resolve(found)
        }
        const timer = setTimeout(() => {
          stop()
          reject(new Error(`Waited ${ms} ms in vain for ${look}`))
        }, ms)
        looking.add(check)
        check()
      })
    }
  }
}
