import type { Sdk } from '@segue/sdk'
import type { Call } from './calls.ts'
import { createLoading, type LoadedChat } from './chat-loading.ts'
import type { GreetOptions } from './greeting/greet.ts'
import { drawShell, type Shell } from './loader/shell.ts'
import { isLive, remembered, takeReturnToken } from './remembered.ts'
import type { Settings } from './settings.ts'
import { whenIdle } from './when-idle.ts'
import { createWidgetEvents, type Emit, type On } from './widget-events.ts'

/** What the chat's chunk needs to begin. */
export interface ChatOptions {
  settings: Settings
  shell: Shell
  emit: Emit
  /** The page's own SDK; without it the chat makes one. */
  sdk?: Sdk
}

/** What is fetched when it is wanted. */
export interface Chunks {
  /** Called again when it has failed. */
  chat(): Promise<{ startChat(options: ChatOptions): Promise<LoadedChat> }>
  greeting(): Promise<{ startGreeting(options: GreetOptions): void }>
}

/** One widget on the page. */
export interface Widget {
  /** Opens the chat, and loads it first where needed. */
  open(): void
  close(): void
  on: On
  /** Takes everything off the page. */
  destroy(): void
}

/** A widget that also takes the page's calls of the SDK. */
export interface StartedWidget extends Widget {
  call(call: Call): void
}

/** Whether a call cannot wait for the visitor: consent sends what is queued, a refusal or a sign-out wipes what is stored. */
const needsChat = ({ name, args: [first] }: Call, site: string): boolean =>
  name === 'consent'
    ? first === 'granted' || (first === 'denied' && !!remembered(`${site}:user`))
    : name === 'reset' && !!(remembered(site) ?? remembered(`${site}:user`))

/** Draws the launcher, and fetches the rest when somebody wants it: not before. */
export function startWidget(settings: Settings, chunks: Chunks, sdk?: Sdk): StartedWidget {
  const shell = drawShell(settings)
  const { launcher } = shell
  const { on, emit, clear } = createWidgetEvents()
  let isWanted = false

  const options = { settings, shell, emit, ...(sdk && { sdk }) }
  const start = async () => (await chunks.chat()).startChat(options)
  const loading = createLoading(start, () => {
    if (launcher) launcher.ariaBusy = null
  })

  const open = (): void => {
    isWanted = true
    if (launcher && !loading.present()) launcher.ariaBusy = 'true'
    loading.whenLoaded(chat => isWanted && chat.open())
  }

  const close = (): void => {
    isWanted = false
    loading.present()?.close()
  }

  const comeBack = (): void => {
    const token = takeReturnToken()
    if (token) loading.whenLoaded(chat => chat.returnWith(token))
  }

  launcher?.addEventListener('click', () => (launcher.ariaExpanded === 'true' ? close() : open()))
  // A return link to the page one is on changes the fragment alone.
  addEventListener('hashchange', comeBack)
  comeBack()
  // The first look into storage waits for the disk: the page's own work goes first.
  const stopWaiting = whenIdle(() => {
    if (settings.mode || isLive(settings.site)) loading.whenLoaded(chat => chat.resume())
    else if (settings.greet) {
      chunks.greeting().then(
        ({ startGreeting }) => startGreeting({ settings, shell, loading, open }),
        () => {} // Nobody has asked for it.
      )
    }
  })

  return {
    open,
    close,
    on,
    call(call) {
      loading.call(call)
      if (needsChat(call, settings.site)) loading.whenLoaded(() => {})
    },
    destroy() {
      stopWaiting()
      removeEventListener('hashchange', comeBack)
      loading.end()
      clear()
      shell.remove()
    }
  }
}
