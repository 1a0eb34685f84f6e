import type { ChatAlone } from '@segue/sdk/chat-alone'
import type { ReadableAtom } from 'nanostores'
import { render } from 'preact'
import type { LoadedChat } from './chat-loading.ts'
import { App } from './components/app.tsx'
import composerCss from './components/composer.css?inline'
import { type PanelContext, PanelProvider } from './components/context.ts'
import headerCss from './components/header.css?inline'
import panelCss from './components/panel.css?inline'
import talkCss from './components/talk.css?inline'
import { createDoor } from './door.ts'
import { keepQuiet } from './keep-quiet.ts'
import { pageLanguage, wishedFor } from './language.ts'
import { lateAttention } from './late-attention.ts'
import { lateChat } from './late-chat.ts'
import { remembered } from './remembered.ts'
import { showOnShell } from './show-on-shell.ts'
import { createPanelStores } from './stores/panel-stores.ts'
import { loadTexts } from './strings/load.ts'
import { createVoice, type Voice } from './voice.ts'
import { createWardrobe } from './wardrobe.ts'
import { whenIdle } from './when-idle.ts'
import type { ChatOptions } from './widget.ts'

/** The chat of the page's own SDK, or one of ours. The rest of that is fetched when it is called, or once the chat has begun. */
async function startSdk({ settings, sdk }: ChatOptions): Promise<Omit<ChatAlone, 'grow'>> {
  const { createChat, createChatAlone } = await import('./sdk.ts')
  if (sdk) {
    const chat = createChat(sdk)
    return { chat, callAsOf: async () => {}, destroy: () => chat.show(false) }
  }
  // The relay may know words in a language that we do not.
  const language = wishedFor(settings.language).slice(0, 5).join()
  const alone = createChatAlone({ key: settings.site, relay: settings.relay, language })
  const stop = alone.chat.on('session', () => {
    stop()
    whenIdle(alone.grow)
  })
  return alone
}

/** Draws the chat beside the launcher. Returns the undo. */
function drawChat(
  { shell: { box, host } }: ChatOptions,
  panel: Omit<PanelContext, keyof Voice>,
  $voice: ReadableAtom<Voice>
): () => void {
  const stage = document.createElement('div')
  for (const css of [panelCss + headerCss, talkCss, composerCss]) panel.adopt(css)
  box.append(stage)
  const stop = $voice.subscribe(voice => {
    box.lang = voice.language
    stage.dir = voice.direction
    // The launcher's corner is the page's, whatever way our words run.
    stage.className = voice.direction === host.dir ? '' : 'crossed'
    render(
      <PanelProvider value={{ ...panel, ...voice }}>
        <App />
      </PanelProvider>,
      stage
    )
  })
  return () => {
    stop()
    render(null, stage)
    stage.remove()
  }
}

/** Starts the chat in a widget's shell, closed. Nothing is asked of the relay yet. */
export async function startChat(options: ChatOptions): Promise<LoadedChat> {
  const { shell, emit } = options
  const language = pageLanguage(options.settings.language)
  const isNew = !remembered(options.settings.site)
  const loading = startSdk(options)
  const chat = lateChat(loading.then(({ chat }) => chat))
  const { mode, site } = options.settings
  const [texts, standing] = await Promise.all([
    loadTexts(language),
    mode && import('./standing/stand.ts')
  ])

  const stores = createPanelStores(chat, {
    onNews(message) {
      const { id, from, name = '', text } = message
      emit('message', { id, from, name, text })
      attention.call(message)
    },
    onLinked: ({ on }) => emit('linked', { network: on.network })
  })
  const attention = lateAttention(stores, options.settings.favicon === 'badge')
  const stopKeeping = keepQuiet(options.settings.site, stores.$quiet)
  const { open, close } = (standing?.stand ?? createDoor)(stores, chat, options)
  const { $session } = stores.conversation
  const { $voice, stop } = createVoice({ language, texts, own: options.settings.texts, $session })
  const stopShowing = showOnShell({ stores, $voice, chat, options })
  const adopt = createWardrobe(shell.root)
  // Signed out: by this page, by the site's own code, or in another tab.
  const stopForgetting = chat.on('forgotten', () => {
    if (!mode) stores.$open.set(false)
    stores.clear()
    if (remembered(`${site}:push`)) {
      import('./push/push-browser.ts').then(({ stopPush }) => stopPush(site)).catch(() => {})
    }
  })
  if (standing) adopt(standing.css)
  const erase = drawChat(options, { ...stores, chat, site, mode, isNew, adopt, close }, $voice)

  return {
    ready: loading.then(() => {}),
    open() {
      // What brought the visitor here is found again in an empty thread.
      stores.$greeting.set(shell.host.dataset.greeting)
      open()
    },
    close,
    resume: () => void chat.resume(),
    // Also when the token is too old: whoever came by a return link came to talk.
    returnWith: token => void chat.returnWith(token).then(open, open),

    async call({ name, args, ...moment }) {
      const { callAsOf } = await loading
      await callAsOf(moment, sdk => (sdk[name] as (...args: unknown[]) => void)(...args))
    },

    destroy() {
      stop()
      stopForgetting()
      stopKeeping()
      stopShowing()
      attention.destroy()
      erase()
      stores.destroy()
      loading.then(
        ({ destroy }) => destroy(),
        () => {}
      )
    }
  }
}
