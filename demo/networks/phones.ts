import { type Chats, createChats, type SentFile, type Written } from './chats.ts'
import type { Clock } from './clock.ts'
import { NotADraftLink, readDraftLink } from './draft-link.ts'
import { createOwners, mustFind, type Owners } from './owners.ts'
import type { App, Bubble, Owner, Screen } from './screen.ts'
import { createWatchers, type Watchers } from './watchers.ts'

/** What an owner, or a test, does with a phone. */
export interface Hands {
  screen(number: string): Screen
  /** Writes to the company. Returns the message as it stands in the chat. */
  write(number: string, app: App, message: { text: string; file?: SentFile }): Bubble
  /** Taps a button under a message. @throws {NoSuchButton} */
  tap(number: string, app: App, what: { bubble: string; button: string }): Bubble
  /** Opens a chat: everything in it is read. */
  read(number: string, app: App): void
  /**
   * Opens a `wa.me` or `sms:` link: its draft stands in the right app's composer.
   * @throws {NotADraftLink} on any other link, and on one to somebody this phone cannot reach.
   */
  openLink(number: string, link: string): App
}

/** The phones and their two apps. Networks put messages on them; owners, or tests, use them. */
export type PhoneNetwork = Owners & Chats & Watchers & Hands

export function createPhones(people: readonly Owner[], clock: Clock): PhoneNetwork {
  const watchers = createWatchers()
  const owners = createOwners(people, watchers.changed)
  const chats = createChats({ owners, clock, changed: watchers.changed })
  const parts = { ...owners, ...chats, ...watchers }
  return { ...parts, ...createHands(parts, clock) }
}

function createHands(phones: Owners & Chats & Watchers, clock: Clock): Hands {
  const { chat, carrierOf } = phones
  const owner = (number: string) => mustFind(phones.ownerOf(number), number)

  const say = (number: string, app: App, { file, ...message }: Written) => {
    chat(number, app).draft = null
    const id = carrierOf(app).carry(owner(number), file ? { ...message, file } : message)
    const bubble: Bubble = { id, mine: true, text: message.text, at: clock.now(), tick: 'sent' }
    return phones.keep(number, app, bubble, file)
  }

  return {
    screen: number => ({
      owner: owner(number),
      chats: phones.apps().map(app => chat(number, app))
    }),
    write: say,
    tap(number, app, what) {
      const under = phones.bubble(app, what.bubble)
      const button = under?.buttons?.find(({ id }) => id === what.button)
      if (!under || !button) throw new NoSuchButton(`There is no button ${what.button} to tap.`)
      under.tapped = button.id
      return say(number, app, { text: button.title, button: { ...button, under } })
    },
    read(number, app) {
      const open = chat(number, app)
      const unseen = open.bubbles.filter(({ mine, tick }) => !mine && tick !== 'read')
      if (!unseen.length) return
      for (const bubble of unseen) bubble.tick = 'read'
      open.unread = 0
      const ids = unseen.map(({ id }) => id)
      carrierOf(app).seen(owner(number), ids)
      phones.changed()
    },
    openLink(number, link) {
      const { app, to, text } = readDraftLink(link)
      const open = chat(number, app)
      if (open.number !== to) throw new NotADraftLink(`${to} is nobody this phone can write to.`)
      open.draft = { text, at: clock.now() }
      phones.changed()
      return app
    }
  }
}

export class NoSuchButton extends Error {
  override name = 'NoSuchButton' as const
}
