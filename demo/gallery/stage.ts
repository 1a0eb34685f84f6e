import type { Widget } from '@segue/widget'
import type { PageRelay } from './page-relay.ts'
import type { Talk } from './talk.ts'

const FRAMES = 600

interface Props {
  widget: Widget
  relay: PageRelay
  talk: Talk
  /** Cuts every connection there is. */
  cut(): void
}

/** What a scene can do once the widget is on the page. */
export function createStage({ widget, relay, talk, cut }: Props) {
  const root = () => document.querySelector('segue-widget')?.shadowRoot

  const stage = {
    widget,
    relay,
    talk,
    cut,
    /** The first of these in the widget, as soon as it is there. @throws after ten seconds without */
    async find<Found extends HTMLElement = HTMLElement>(selector: string): Promise<Found> {
      for (let frame = 0; frame < FRAMES; frame++) {
        const found = root()?.querySelector<Found>(selector)
        if (found) return found
        await new Promise(requestAnimationFrame)
      }
      throw new Error(`${selector} did not come.`)
    },
    /** Waits until all that was drawn has been laid out and heard of. */
    async settle(): Promise<void> {
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
    },
    async press(selector: string): Promise<void> {
      ;(await stage.find(selector)).click()
    },
    /** Writes into a field, as typing does. */
    async write(selector: string, text: string): Promise<void> {
      const field = await stage.find<HTMLTextAreaElement>(selector)
      field.value = text
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
    /** Opens the chat, and waits until something can be written. */
    async open(): Promise<void> {
      widget.open()
      await stage.find('.composer textarea')
    },
    /** Opens the chat on what has been said. */
    async openThread(): Promise<void> {
      await stage.open()
      await stage.find('.message')
    },
    async send(text: string): Promise<void> {
      await stage.write('.composer textarea', text)
      const field = await stage.find('.composer textarea')
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
      await stage.find('.own')
    },
    /** Brings files, as the button does. */
    async bring(...files: File[]): Promise<void> {
      const input = await stage.find<HTMLInputElement>('input[type=file]')
      const all = new DataTransfer()
      for (const file of files) all.items.add(file)
      input.files = all.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
      await stage.find('.tray')
    }
  }
  return stage
}

export type Stage = ReturnType<typeof createStage>
