import type { Settings } from '@segue/widget'
import type { PageRelay } from './page-relay.ts'
import type { Stage } from './stage.ts'
import type { Talk } from './talk.ts'

/** One state of the widget, and how it gets there. */
export interface Scene {
  id: string
  /** For people. */
  title: string
  /** What the relay knows before anybody comes. */
  prepare?(relay: PageRelay, talk: Talk): void
  /** What the page says about its widget. */
  settings?: Partial<Settings>
  /** What happens once it is there. By default the chat is opened. */
  play?(stage: Stage): Promise<void>
}

/** Scenes that belong together. */
export interface Group {
  title: string
  scenes: Scene[]
}
