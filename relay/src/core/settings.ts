import type { Greeting, Look, OwnTexts } from '@segue/sdk/protocol'
import type { Before } from './before/question.ts'
import type { Channel } from './channel.ts'
import type { Hours } from './hours/opening-hours.ts'
import type { PhoneTemplates } from './phone/phone-texts/templates.ts'

/** What a site says in one language in its own words. */
export interface SiteTexts {
  /** In the widget. */
  page: OwnTexts
  /** On phones. */
  phone?: Partial<PhoneTemplates>
}

/** What the core needs to know of a site. */
export interface Site {
  key: string
  name: string
  /** `https://shop.example`, without a path. The first one is the site's home. */
  origins: string[]
  look: Look
  /** The language for people whose own is not known. BCP 47 */
  language: string
  /** Its own words, by BCP 47 tag in small letters. */
  texts?: ReadonlyMap<string, SiteTexts>
  /** ISO 3166 country that typed numbers without `+` are read in. */
  country: string
  /** IANA zone that times are told in on the phone. UTC when absent. */
  timeZone?: string
  /** When somebody answers. Always when absent. */
  hours?: Hours
  mirror: 'ask' | 'always' | 'never'
  /** A mirror stops when the web session was idle this long. */
  mirrorIdleMs: number
  /** What widgets may say first, the first that fits. */
  greetings: Greeting[]
  /** What visitors are asked before their first message. */
  before?: Before
  /** How long after its end a conversation goes on by writing in it; for ever when absent, 0 for never. */
  reopenMs?: number
  /** Whether visitors are asked how it went, once a conversation has ended. */
  rating: boolean
  /** Whom its mails are from. Absent where it sends none. */
  mail?: { from: string; replyTo?: string }
  /** How browsers are told of answers. Absent where none is. */
  push?: {
    /** The path of the service worker on the site. */
    worker: string
    /** Whether a notification says what the answer is. */
    showsText: boolean
  }
  /** How long events are kept. */
  keepEventsMs: number
  /** Whether a user's id counts only with its proof. */
  requiresProof?: boolean
}

/** One channel account of the company. */
export interface Account {
  id: string
  channel: Channel
  /** The site a first message without a code belongs to. */
  site: string
  /** The approved template that carries a text outside the network's window: its one body parameter is the text. */
  template?: { name: string; language: string }
}

/** A person of the company who answers. */
export interface Agent {
  id: string
  name: string
  email: string
  /** Keys of the sites this agent may see. */
  sites: string[]
}
