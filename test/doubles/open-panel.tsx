import type { Entry } from '@segue/sdk'
import { atom } from 'nanostores'
import { options, render } from 'preact'
import { vi } from 'vitest'
// The panel loads these when it needs them; here they are to be there at once.
import '../../widget/src/components/timeline.tsx'
import '../../widget/src/strings/late/late-en.ts'
import { App } from '../../widget/src/components/app.tsx'
import { PanelProvider } from '../../widget/src/components/context.ts'
import { createPanelStores } from '../../widget/src/stores/panel-stores.ts'
import { type Dates, datesIn } from '../../widget/src/strings/dates.ts'
import { en } from '../../widget/src/strings/en.ts'
import { type LateTexts, wordsIn } from '../../widget/src/strings/words.ts'
import { type Draft, entriesFrom } from './entries.ts'
import { aSession, fakeChat } from './fake-chat.ts'

// Effects wait for a frame, and there are no frames here.
options.requestAnimationFrame = run => void setTimeout(run)

/** A few turns of the event loop: a store's change is drawn in one, and its effects run in the next. */
export async function drawn(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await new Promise(resolve => setTimeout(resolve))
}

/** The panel, open, drawn into a document without a browser, in front of a chat without a relay. */
export async function openPanel({ isNew = true } = {}) {
  const fake = fakeChat()
  const stores = createPanelStores(fake.chat, { onNews() {}, onLinked() {} })
  const stage = document.createElement('div')
  document.body.append(stage)
  // A document without a browser would leave for the link's page.
  stage.addEventListener('click', event => {
    if ((event.target as Element).closest('a')) event.preventDefault()
  })
  const close = vi.fn(() => stores.$open.set(false))
  const words = wordsIn('en', en)
  const $dates = atom<Dates | undefined>(datesIn('en', words))
  const sayMore = (texts: LateTexts) =>
    wordsIn('en', Object.assign({ networkName: en.networkName }, texts))
  const voice = {
    ...({ language: 'en', direction: 'ltr', base: 'en', words, $dates } as const),
    sayMore
  }
  const panel = {
    ...stores,
    ...voice,
    chat: fake.chat,
    site: 'shop',
    mode: undefined,
    isNew,
    adopt() {},
    close
  }
  render(
    <PanelProvider value={panel}>
      <App />
    </PanelProvider>,
    stage
  )
  stores.$open.set(true)
  fake.tell('session', aSession())
  await drawn()
  let next = 1

  const all = (selector: string) => [...stage.querySelectorAll<HTMLElement>(selector)]
  return {
    ...fake,
    ...stores,
    close,
    stage,
    all,
    texts: (selector: string) => all(selector).map(({ textContent }) => textContent),
    /** The one button or link with this name. */
    named(name: string | RegExp): HTMLElement {
      const fits = (element: HTMLElement) => {
        const own = element.getAttribute('aria-label') ?? element.textContent ?? ''
        return typeof name === 'string' ? own.trim() === name : name.test(own)
      }
      const found = all('button, a, textarea, input').filter(fits)
      if (found.length !== 1) throw new Error(`${found.length} elements are named ${name}.`)
      return found[0]!
    },
    async click(name: string | RegExp) {
      this.named(name).click()
      await drawn()
    },
    async hear(...drafts: Draft[]) {
      const entries: Entry[] = entriesFrom(next, ...drafts)
      next += drafts.length
      fake.tell('entries', entries)
      await drawn()
    },
    /** The thread begins at this `seq`. */
    beginAt(seq: number) {
      next = seq
    },
    end() {
      render(null, stage)
      stage.remove()
      stores.destroy()
    }
  }
}

export type OpenPanel = Awaited<ReturnType<typeof openPanel>>
