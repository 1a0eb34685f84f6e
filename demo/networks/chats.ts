import type { Clock } from './clock.ts'
import { mustFind, type Owners } from './owners.ts'
import type { App, Bubble, Chat, Owner, Tick } from './screen.ts'

/** A picture or document, with its bytes. */
export interface SentFile {
  name: string
  mime: string
  bytes: Uint8Array
}

/** What an owner does in an app: writes, sends a picture, taps a button. */
export interface Written {
  text: string
  file?: SentFile
  /** A tapped button, and the message it stood under. */
  button?: { id: string; title: string; under: Bubble }
}

/** The network behind one app: it takes what owners write to the company. */
export interface Carrier {
  app: App
  /** The company, as the app shows it. */
  title: string
  number: string
  /** Takes a message at once and returns its id. What becomes of it shows in its tick. */
  carry(owner: Owner, message: Written): string
  /** The owner has seen these messages of the company's. */
  seen(owner: Owner, ids: string[]): void
}

/** A message of the company's, as it reaches a phone. */
export type Incoming = Pick<Bubble, 'id' | 'text'> &
  Partial<Pick<Bubble, 'buttons' | 'link' | 'template'>> & { file?: SentFile }

/** What the networks do to the phones. */
export interface Chats {
  /** Plugs in the network behind an app. */
  connect(carrier: Carrier): void
  carrierOf(app: App): Carrier
  apps(): App[]
  chat(number: string, app: App): Chat
  bubble(app: App, id: string): Bubble | undefined
  file(id: string): SentFile | undefined
  /** Puts a message in a chat. */
  keep(number: string, app: App, bubble: Bubble, file?: SentFile): Bubble
  receive(number: string, app: App, message: Incoming): void
  /** Moves a tick forward; a step back changes nothing. */
  tick(app: App, bubble: string, tick: Tick): void
  setTyping(number: string, app: App, typing: boolean): void
}

const RANK: Record<Tick, number> = { sending: 0, sent: 1, failed: 1, delivered: 2, read: 3 }

interface Needs {
  owners: Owners
  clock: Clock
  changed(): void
}

export function createChats({ owners, clock, changed }: Needs): Chats {
  const shelf = createShelf(owners)
  const { chat, bubble } = shelf
  const keep: Chats['keep'] = (number, app, fresh, file) => {
    shelf.put(number, app, { bubble: fresh, file })
    changed()
    return fresh
  }
  return {
    ...shelf,
    keep,
    receive(number, app, { file, ...message }) {
      const open = chat(number, app)
      open.typing = false
      open.unread += 1
      keep(number, app, { mine: false, at: clock.now(), tick: 'delivered', ...message }, file)
    },
    tick(app, id, tick) {
      const known = bubble(app, id)
      if (!known || RANK[tick] <= RANK[known.tick]) return
      known.tick = tick
      changed()
    },
    setTyping(number, app, typing) {
      const open = chat(number, app)
      if (open.typing === typing) return
      open.typing = typing
      changed()
    }
  }
}

/** Where chats, messages and files lie. */
function createShelf(owners: Owners) {
  const chats = new Map<string, Chat>()
  const bubbles = new Map<string, Bubble>()
  const files = new Map<string, SentFile>()
  const carriers = new Map<App, Carrier>()

  const carrierOf = (app: App) => {
    const carrier = carriers.get(app)
    if (!carrier) throw new Error(`No network is behind ${app}.`)
    return carrier
  }
  const chat = (number: string, app: App): Chat => {
    const key = `${app} ${mustFind(owners.ownerOf(number), number).number}`
    const known = chats.get(key)
    if (known) return known
    const { title, number: company } = carrierOf(app)
    const empty = {
      app,
      title,
      number: company,
      bubbles: [],
      unread: 0,
      typing: false,
      draft: null
    }
    chats.set(key, empty)
    return empty
  }
  return {
    chat,
    carrierOf,
    connect: (carrier: Carrier) => void carriers.set(carrier.app, carrier),
    apps: () => [...carriers.keys()],
    bubble: (app: App, id: string) => bubbles.get(`${app} ${id}`),
    file: (id: string) => files.get(id),
    put(
      number: string,
      app: App,
      { bubble, file }: { bubble: Bubble; file?: SentFile | undefined }
    ) {
      if (file) {
        files.set(bubble.id, file)
        bubble.file = { id: bubble.id, name: file.name, mime: file.mime }
      }
      bubbles.set(`${app} ${bubble.id}`, bubble)
      chat(number, app).bubbles.push(bubble)
    }
  }
}
