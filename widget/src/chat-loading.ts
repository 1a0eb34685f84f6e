import { type Call, MAX_CALLS } from './calls.ts'

/** The loaded chat. */
export interface LoadedChat {
  /** The SDK is there. Rejects when it could not be fetched: then the chat is of no use. */
  ready: Promise<void>
  open(): void
  close(): void
  /** Goes on with a live conversation, if there is one. */
  resume(): void
  /** The visitor came by a return link. */
  returnWith(token: string): void
  /** Only once it is `ready`. */
  call(call: Call): void
  destroy(): void
}

export interface ChatLoading {
  /** The first calls of the page, up to `MAX_CALLS`. It grows. */
  readonly calls: readonly Call[]
  /** The chat, if it is there already. */
  present(): LoadedChat | undefined
  /** Fetches the chat where that is still to do, and uses it. Not at all, where it cannot be had. */
  whenLoaded(use: (chat: LoadedChat) => void): void
  /** Makes a call of the page as soon as it can be made. */
  call(call: Call): void
  end(): void
}

/**
 * Fetches the chat once, and again after a failure: the visitor may be in a tunnel.
 *
 * @param start fetches it
 * @param settled told whenever a fetch has come to an end, good or bad
 */
export function createLoading(start: () => Promise<LoadedChat>, settled: () => void): ChatLoading {
  const calls: Call[] = []
  let chat: LoadedChat | undefined
  let loading: Promise<LoadedChat | undefined> | undefined
  let isReady = false
  let isOver = false

  const makeCalls = (ready: LoadedChat) => () => {
    isReady = true
    for (const call of calls) ready.call(call)
  }

  const lose = (lost: LoadedChat) => () => {
    chat = loading = undefined
    lost.close()
    lost.destroy()
  }

  const load = async (): Promise<LoadedChat | undefined> => {
    const loaded = await start()
    if (isOver) return loaded.destroy() as undefined
    chat = loaded
    loaded.ready.then(makeCalls(loaded), lose(loaded))
    return loaded
  }

  return {
    calls,
    present: () => chat,
    async whenLoaded(use) {
      loading ??= load().catch(() => {
        loading = undefined
        return undefined
      })
      const loaded = await loading
      settled()
      // It may have been lost, or the widget destroyed, before its turn came.
      if (loaded && loaded === chat && !isOver) use(loaded)
    },
    call(call) {
      if (calls.length < MAX_CALLS) calls.push(call)
      if (isReady) chat?.call(call)
    },
    end() {
      isOver = true
      chat?.destroy()
    }
  }
}
