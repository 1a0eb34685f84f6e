import type {
  Chat,
  ChatEvents,
  FileRef,
  HandoffReply,
  OwnTalks,
  SearchReply,
  Session,
  ThreadPage,
  UploadOptions,
  Way
} from '@segue/sdk'

type Listener = (value: never) => void

/** A handoff as the relay would mint it. */
export const anOffer = (account: string, expires = Date.now() + 86_400_000): HandoffReply => ({
  id: `handoff-${account}`,
  code: 'K7Q2-M9XD',
  link: 'https://wa.me/46766000000?text=Continue%20my%20chat%20%23K7Q2-M9XD',
  address: '+46 76 600 00 00',
  draft: 'Continue my chat #K7Q2-M9XD',
  expires
})

export const WHATSAPP: Way = {
  account: 'wa',
  network: 'whatsapp',
  address: '+46 76 600 00 00',
  byNumber: false
}
export const SMS: Way = {
  account: 'text',
  network: 'sms',
  address: '+46 76 600 00 01',
  byNumber: true
}

export const aSession = (session: Partial<Session> = {}): Session => ({
  visitor: 'visitor',
  expires: Date.now() + 900_000,
  conversation: null,
  look: { name: 'Norrsken', greeting: 'Hello.', questions: ['Where is my parcel?'] },
  ways: [WHATSAPP, SMS],
  ...session
})

/**
 * A chat without a relay: it says what a test lets it say, and writes down what it is asked.
 * What it answers with can be replaced.
 */
export function fakeChat() {
  const listeners = new Map<string, Set<Listener>>()
  const asked: [name: string, ...args: unknown[]][] = []
  const note =
    <Args extends unknown[]>(name: string) =>
    (...args: Args): void => {
      asked.push([name, ...args])
    }
  const answers = {
    earlier: async (_before: number): Promise<ThreadPage> => ({
      conversation: 'c',
      seq: 0,
      entries: [],
      earlier: false
    }),
    offerHandoff: async (account: string): Promise<HandoffReply> => anOffer(account),
    confirmNumber: async (_account: string, _number: string): Promise<string> => 'handoff-number',
    stopMirror: async (_link: string): Promise<void> => {},
    rate: async (_score: number, _comment?: string): Promise<void> => {},
    mailTranscript: async (): Promise<void> => {},
    conversations: async (_cursor?: string): Promise<OwnTalks> => ({ items: [] }),
    threadOf: async (conversation: string, _range?: object): Promise<ThreadPage> => ({
      ...{ conversation, seq: 0, entries: [], earlier: false }
    }),
    begin: async (): Promise<void> => {},
    enter: async (_conversation: string): Promise<void> => {},
    search: async (_words: string): Promise<SearchReply> => ({ hits: [], more: false }),
    startPush: async (): Promise<void> => {},
    stopPush: async (): Promise<void> => {},
    upload: async ({ name, type, size }: File, _options?: UploadOptions): Promise<FileRef> => ({
      ...{ id: `file-${name}`, name, mime: type, size }
    }),
    known: {} as Record<string, unknown>,
    resume: false,
    returned: true
  }

  const chat: Chat = {
    open: note('open'),
    close: note('close'),
    show: note('show'),
    introduce: note('introduce'),
    known: async () => answers.known,
    retry: note('retry'),
    discard: note('discard'),
    typing: note('typing'),
    read: note('read'),
    openedHandoff: note('openedHandoff'),
    resume() {
      asked.push(['resume'])
      return answers.resume
    },
    async returnWith(token) {
      asked.push(['returnWith', token])
      return answers.returned
    },
    send(text, options) {
      asked.push(options ? ['send', text, options] : ['send', text])
      return `cid-${asked.length}`
    },
    async earlier(before) {
      asked.push(['earlier', before])
      return answers.earlier(before)
    },
    async conversations(cursor) {
      asked.push(cursor ? ['conversations', cursor] : ['conversations'])
      return answers.conversations(cursor)
    },
    async threadOf(conversation, range) {
      asked.push(range ? ['threadOf', conversation, range] : ['threadOf', conversation])
      return answers.threadOf(conversation, range)
    },
    async readIn(conversation, upTo) {
      asked.push(['readIn', conversation, upTo])
    },
    async begin() {
      asked.push(['begin'])
      return answers.begin()
    },
    async enter(conversation) {
      asked.push(['enter', conversation])
      return answers.enter(conversation)
    },
    async search(words) {
      asked.push(['search', words])
      return answers.search(words)
    },
    async offerHandoff(account) {
      asked.push(['offerHandoff', account])
      return answers.offerHandoff(account)
    },
    async confirmNumber(account, number) {
      asked.push(['confirmNumber', account, number])
      return answers.confirmNumber(account, number)
    },
    async upload(file, options) {
      asked.push(['upload', file.name])
      return answers.upload(file, options)
    },
    async stopMirror(link) {
      asked.push(['stopMirror', link])
      return answers.stopMirror(link)
    },
    async rate(score, comment) {
      asked.push(['rate', score, comment])
      return answers.rate(score, comment)
    },
    async startPush(subscription) {
      asked.push(['startPush', subscription])
      return answers.startPush()
    },
    async stopPush(subscription) {
      asked.push(['stopPush', subscription])
      return answers.stopPush()
    },
    async mailTranscript(request) {
      asked.push(['mailTranscript', request])
      return answers.mailTranscript()
    },
    on(event, listener) {
      const known = listeners.get(event) ?? new Set()
      listeners.set(event, known.add(listener as Listener))
      return () => known.delete(listener as Listener)
    }
  }

  return {
    chat,
    /** Everything it was asked to do, in order. */
    asked,
    answers,
    /** Says something to whoever listens. */
    tell<Name extends keyof ChatEvents>(event: Name, value: ChatEvents[Name]): void {
      for (const listener of listeners.get(event) ?? []) listener(value as never)
    },
    /** How many listen to anything at all. */
    listening: (): number => [...listeners.values()].reduce((sum, { size }) => sum + size, 0)
  }
}

export type FakeChat = ReturnType<typeof fakeChat>
