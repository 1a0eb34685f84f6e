/** What is said in views that few open, in English. Fetched with them; other languages have exactly these keys. */
export const en = {
  /** The visitor’s conversations, and what is found in them. */
  talks: {
    search: 'Search your messages',
    hits: { one: '{count} message found', other: '{count} messages found' },
    newest: 'The newest are shown. Search for more words to find others.',
    noHits: 'Nothing found',
    nothing: 'Nothing has been said yet.',
    unread: { one: '{count} unread', other: '{count} unread' },
    ended: 'Ended',
    reopens: 'Write to open it again.',
    begins: 'What you write begins a new conversation.',
    start: 'Start a new conversation',
    earlier: 'Earlier conversations',
    over: 'This conversation has ended.',
    backToList: 'Back to your conversations',
    later: 'Later messages'
  },
  /** Asked before the first message. */
  before: {
    title: 'Before we begin',
    start: 'Start the chat',
    skip: 'Skip',
    name: 'Name',
    email: 'E-mail',
    phone: 'Phone number',
    agree: 'Tick this to go on',
    wrong: { one: 'One answer needs another look', other: '{count} answers need another look' }
  }
} as const
