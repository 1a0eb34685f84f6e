/** Work that is done again and again. */
export interface Upkeep {
  /** Does it no more, and waits for the round that is under way. */
  stop(): Promise<void>
}

/** Does `work` every `everyMs`, never two at a time. A round that fails is reported, and the next one comes. */
export function startUpkeep(
  everyMs: number,
  work: () => Promise<void>,
  failed: (error: unknown) => void
): Upkeep {
  let underWay: Promise<void> | undefined
  const timer = setInterval(() => {
    underWay ??= work()
      .catch(failed)
      .finally(() => {
        underWay = undefined
      })
  }, everyMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await underWay
    }
  }
}
