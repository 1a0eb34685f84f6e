import type { Faults } from './faults.ts'

/** What a phone shows. Types alone, so that the phone's page can share them. */

export type App = 'whatsapp' | 'messages'

/** Somebody with a phone. */
export interface Owner {
  /** `+46700000001` */
  number: string
  name: string
  /** What WhatsApp calls them when they keep their number to themselves. */
  userId: string
  username: string
  /** Whether WhatsApp tells companies their number. */
  sharesNumber: boolean
}

/** How far a message got. One's own: on its way to the company. Theirs: on its way to this phone. */
export type Tick = 'sending' | 'sent' | 'delivered' | 'read' | 'failed'

/** One message in a chat. */
export interface Bubble {
  /** The network's own id. */
  id: string
  mine: boolean
  text: string
  at: number
  tick: Tick
  file?: { id: string; name: string; mime: string }
  buttons?: { id: string; title: string }[]
  /** The button that was tapped. */
  tapped?: string
  /** A button that opens a page. */
  link?: { title: string; url: string }
  /** Whether the buttons are a template's: they come back under another name. */
  template?: boolean
}

export interface Chat {
  app: App
  /** The company's name, where the app knows it. */
  title: string
  /** The company's number: `+46766000000` */
  number: string
  bubbles: Bubble[]
  unread: number
  /** The company is writing. */
  typing: boolean
  /** What a link has put into the composer. It is new when `at` is. */
  draft: { text: string; at: number } | null
}

/** Everything one phone shows. */
export interface Screen {
  owner: Owner
  chats: Chat[]
}

/** What the phone's page gets at once and after every change. */
export interface PhoneState {
  owners: Owner[]
  /** Number of the phone that is in the visitor's hand: links open there. */
  inHand: string
  screens: Screen[]
  faults: Record<App, Faults>
  clock: { now: number; ahead: number }
  /** What the networks would tell an operator: `WhatsApp could not verify the webhook: …`. */
  troubles: string[]
}
