/** A sleep that can be cut short. */
export interface Nap {
  /** Resolves after `ms`, or at once when somebody woke us since the last sleep ended. */
  sleep(ms: number): Promise<void>
  wake(): void
}

/** One sleeper's alarm clock. */
export function createNap(): Nap {
  let woken = false
  let ring: (() => void) | undefined

  return {
    async sleep(ms) {
      if (!woken) {
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, ms)
          ring = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      woken = false
    },

    wake() {
      woken = true
      ring?.()
    }
  }
}
