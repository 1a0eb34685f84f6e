import type { Sdk } from '@segue/sdk'
import { type Call, type CallName, callNow, MAX_CALLS } from './calls.ts'
import { drawShell, type Shell } from './loader/shell.ts'
import { remembered, takeReturnToken } from './remembered.ts'
import type { Settings } from './settings.ts'
import { createWidgetEvents, type Emit, type On } from './widget-events.ts'

/** What the chat's chunk needs to begin. */
export interface ChatOptions {
  settings: Settings
  shell: Shell
  emit: Emit
  /** The page's own SDK; without it the chat makes one. */
  sdk?: Sdk
}

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

/** Fetches the chat's chunk. Called again when it has failed. */
export type LoadChat = () => Promise<{ startChat(options: ChatOptions): Promise<LoadedChat> }>

/** One widget on the page. */
export interface Widget {
  /** Opens the chat, and loads it first where needed. */
  open(): void
  close(): void
  on: On
  /** Takes everything off the page. */
  destroy(): void
}

/** Draws the launcher, and fetches the rest when somebody wants it: not before. */
export function startWidget(
  settings: Settings,
  loadChat: LoadChat,
  sdk?: Sdk
): Widget & { call(name: CallName, args: unknown[]): void } {
  const shell = drawShell(settings)
  const { on, emit, clear } = createWidgetEvents()
  const calls: Call[] = []
  let chat: LoadedChat | undefined
  let loading: Promise<LoadedChat | undefined> | undefined
  let ready = false
  let wanted = false
  let gone = false

  const lose = (lost: LoadedChat): void => {
    chat = loading = undefined
    lost.close()
    lost.destroy()
  }

  const load = async (): Promise<LoadedChat | undefined> => {
    const { startChat } = await loadChat()
    const loaded = await startChat({ settings, shell, emit, ...(sdk && { sdk }) })
    if (gone) return loaded.destroy() as undefined
    chat = loaded
    loaded.ready.then(
      () => {
        ready = true
        for (const call of calls.splice(0)) loaded.call(call)
      },
      () => lose(loaded)
    )
    return loaded
  }

  /** Once, but again after a failure: the visitor may be in a tunnel. */
  const whenLoaded = (use: (chat: LoadedChat) => void): void => {
    loading ??= load().catch(() => {
      loading = undefined
      return undefined
    })
    loading.then(loaded => {
      if (shell.launcher) shell.launcher.ariaBusy = null
      // It may have been lost, or the widget destroyed, before its turn came.
      if (loaded && loaded === chat && !gone) use(loaded)
    })
  }

  const open = (): void => {
    wanted = true
    if (shell.launcher && !chat) shell.launcher.ariaBusy = 'true'
    whenLoaded(loaded => wanted && loaded.open())
  }

  const close = (): void => {
    wanted = false
    chat?.close()
  }

  const comeBack = (): void => {
    const token = takeReturnToken()
    if (token) whenLoaded(loaded => loaded.returnWith(token))
  }

  const toggle = (): void => (shell.launcher!.ariaExpanded === 'true' ? close() : open())
  shell.launcher?.addEventListener('click', toggle)
  // A return link to the page one is on changes the fragment alone.
  addEventListener('hashchange', comeBack)
  comeBack()
  if (remembered(settings.site)?.live) whenLoaded(loaded => loaded.resume())

  return {
    open,
    close,
    on,
    call(name, args) {
      const call = callNow(name, args)
      if (chat && ready) return chat.call(call)
      if (calls.length < MAX_CALLS) calls.push(call)
      const granted = name === 'consent' && args[0] === 'granted'
      if (granted || (name === 'reset' && remembered(settings.site))) whenLoaded(() => {})
    },
    destroy() {
      gone = true
      removeEventListener('hashchange', comeBack)
      chat?.destroy()
      clear()
      shell.remove()
    }
  }
}
