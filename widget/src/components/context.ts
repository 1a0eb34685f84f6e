import type { ReadableAtom } from 'nanostores'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { LateChat } from '../late-chat.ts'
import type { PanelStores } from '../stores/panel-stores.ts'
import type { Dates } from '../strings/dates.ts'
import type { Words } from '../strings/words.ts'

/** What every part of the panel may use. */
export interface PanelContext extends PanelStores {
  chat: LateChat
  words: Words
  /** Undefined at first: what is drawn leaves room for it. */
  $dates: ReadableAtom<Dates | undefined>
  /** Adds a style sheet to the shadow root, once. */
  adopt(css: string): void
  /** Closes the panel and gives the focus back. */
  close(): void
}

// Never read outside the panel, which always provides it.
const Context = createContext({} as PanelContext)

export const PanelProvider = Context.Provider
export const usePanel = (): PanelContext => useContext(Context)
