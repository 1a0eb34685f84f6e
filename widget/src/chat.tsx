import { createSdk, type Sdk } from '@segue/sdk'
import { render } from 'preact'
import type { Call } from './calls.ts'
import { App } from './components/app.tsx'
import { PanelProvider } from './components/context.ts'
import { pageLanguage } from './language.ts'
import { showOnShell } from './show-on-shell.ts'
import { createPanelStores } from './stores/panel-stores.ts'
import { datesIn } from './strings/dates.ts'
import { loadWords } from './strings/load.ts'
import css from './styles.css?inline'
import type { ChatOptions, LoadedChat } from './widget.ts'

/** Adds style sheets to a shadow root, each once, in the one way that no policy of a page forbids. */
function createWardrobe(root: ShadowRoot): (css: string) => void {
  const worn = new Set<string>()
  return css => {
    if (worn.has(css)) return
    worn.add(css)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets.push(sheet)
  }
}

/** Starts the chat in a widget's shell, closed. Nothing is asked of the relay yet. */
export async function startChat(options: ChatOptions): Promise<LoadedChat> {
  const { settings, shell, emit } = options
  const language = pageLanguage(settings.language)
  const words = await loadWords(language)
  const sdk: Sdk = options.sdk ?? createSdk({ key: settings.site, relay: settings.relay, language })
  const { chat } = sdk
  const stores = createPanelStores(chat, {
    onNews: ({ id, from, name, text }) =>
      emit('message', { id, from, text, ...(name === undefined ? {} : { name }) }),
    onLinked: ({ on }) => emit('linked', { network: on.network })
  })
  const { $open, conversation } = stores
  const adopt = createWardrobe(shell.root)
  const stage = document.createElement('div')
  adopt(css)
  shell.box.append(stage)
  const stopShowing = showOnShell({ stores, words, chat, options })
  let before: Element | null = null

  const open = (): void => {
    before = document.activeElement
    chat.open()
    $open.set(true)
  }

  const close = (): void => {
    if (!$open.get()) return
    $open.set(false)
    const back = shell.launcher ?? before
    if (back instanceof HTMLElement) back.focus({ preventScroll: true })
    // Nothing was said: an idle chat holds no connection.
    if (!conversation.$timeline.get().length) chat.close()
  }

  const dates = datesIn(language, words)
  render(
    <PanelProvider value={{ ...stores, chat, words, dates, adopt, close }}>
      <App />
    </PanelProvider>,
    stage
  )

  return {
    open,
    close,
    resume: () => void chat.resume(),

    returnWith(token) {
      // Also when the token is too old: whoever came by a return link came to talk.
      chat.returnWith(token).then(open, open)
    },

    call({ name, args }: Call) {
      const method = sdk[name] as (...args: unknown[]) => void
      method(...args)
      if (name !== 'reset') return
      $open.set(false)
      stores.clear()
    },

    destroy() {
      stopShowing()
      render(null, stage)
      stores.destroy()
      if (options.sdk) chat.show(false)
      else sdk.destroy()
    }
  }
}
