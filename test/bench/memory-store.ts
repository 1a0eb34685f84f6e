import type {
  Address,
  Conversation,
  Link,
  Person,
  StoredEntry
} from '../../relay/src/core/model.ts'
import type { Store, Tx } from '../../relay/src/core/store.ts'

/** What a relay does with nothing on disk: the floor its real store is measured against. Only what a chat on the site needs. */
export function openMemoryStore(): Store {
  const people = new Map<string, Person>()
  const addresses = new Map<string, Address>()
  const byName = new Map<string, Address>()
  const links = new Map<string, Link>()
  const currentLinks = new Map<string, Link>()
  const conversations = new Map<string, Conversation>()
  const threads = new Map<string, StoredEntry[]>()
  const byCid = new Map<string, StoredEntry>()
  const linksOf = (of: { person: string } | { conversation: string }) => [
    ...(('person' in of ? linksBy.person : linksBy.conversation).get(Object.values(of)[0]!) ?? [])
  ]
  const linksBy = { person: new Map<string, Link[]>(), conversation: new Map<string, Link[]>() }
  const threadOf = (id: string) => threads.get(id) ?? []

  const kept = {
    person: async (id: string) => people.get(id),
    address: async (id: string) => addresses.get(id),
    addressByName: async (account: string, names: string[]) =>
      names.map(name => byName.get(`${account}/${name}`)).find(Boolean),
    link: async (id: string) => links.get(id),
    currentLink: async (address: string) => currentLinks.get(address),
    links: async (of: { person: string } | { conversation: string }) => linksOf(of),
    conversation: async (id: string) => conversations.get(id),
    async currentConversation(address: string) {
      const link = currentLinks.get(address)
      return link && { link, conversation: conversations.get(link.conversation)! }
    },
    entries: async (
      id: string,
      { after = 0, before, limit }: { after?: number; before?: number; limit: number }
    ) => {
      const within = threadOf(id).slice(after, before === undefined ? undefined : before - 1)
      return before === undefined ? within.slice(0, limit) : within.slice(-limit)
    },
    messageByCid: async (id: string, cid: string) => byCid.get(`${id}/${cid}`),
    digest: async ({ id, person }: Conversation) => ({
      last: threadOf(id).at(-1),
      unread: 0,
      person,
      node: null,
      name: people.get(person)!.name,
      accounts: linksOf({ conversation: id }).map(link => addresses.get(link.address)!.account)
    }),
    expiredHandoffs: async () => [],
    idleMirrors: async () => [],
    claim: async () => [],
    abandoned: async () => [],
    async addPerson(person: Person) {
      people.set(person.id, person)
    },
    async addAddress(address: Address) {
      addresses.set(address.id, address)
      for (const name of address.names) byName.set(`${address.account}/${name}`, address)
    },
    async addLink(link: Link) {
      links.set(link.id, link)
      currentLinks.set(link.address, link)
      for (const by of ['person', 'conversation'] as const) {
        linksBy[by].set(link[by], [...(linksBy[by].get(link[by]) ?? []), link])
      }
    },
    async addConversation(conversation: Conversation) {
      conversations.set(conversation.id, conversation)
      threads.set(conversation.id, [])
    },
    async changeConversation(id: string, change: Partial<Conversation>) {
      Object.assign(conversations.get(id)!, change)
    },
    async append(
      id: string,
      entry: Pick<StoredEntry, 'at' | 'link' | 'body'>,
      change?: Partial<Conversation>
    ) {
      const conversation = Object.assign(conversations.get(id)!, change)
      const seq = ++conversation.seq
      const stored = { ...entry, conversation: id, seq }
      threads.get(id)!.push(stored)
      if (entry.body.type === 'message' && entry.body.cid)
        byCid.set(`${id}/${entry.body.cid}`, stored)
      return stored
    },
    transaction: <T>(work: (tx: Tx) => Promise<T>) => work(store as unknown as Tx),
    nextDue: async () => undefined,
    queued: async () => 0,
    ready: async () => true,
    close: async () => {}
  }
  const store = new Proxy(kept, {
    get(target, name) {
      // A promise looks whether what it resolves to is a promise too.
      if (name in target || name === 'then') return Reflect.get(target, name)
      throw new Error(`The bench's store cannot '${String(name)}'.`)
    }
  })
  return store as unknown as Store
}
