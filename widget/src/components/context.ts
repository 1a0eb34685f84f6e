import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { LateChat } from '../late-chat.ts'
import type { Settings } from '../settings.ts'
import type { PanelStores } from '../stores/panel-stores.ts'
import type { Voice } from '../voice.ts'

/** What every part of the panel may use. */
export interface PanelContext extends PanelStores, Voice {
  chat: LateChat
  /** Its public key. */
  site: string
  /** How it stands in the page, where it does not float above it. */
  mode: Settings['mode']
  /** Whether this browser had never talked here when the chat was loaded. */
  isNew: boolean
  /** Adds a style sheet to the shadow root, once. */
  adopt(css: string): void
  /** Closes the panel and gives the focus back. */
  close(): void
}

// Never read outside the panel, which always provides it.
const Context = createContext({} as PanelContext)

export const PanelProvider = Context.Provider
export const usePanel = (): PanelContext => useContext(Context)
