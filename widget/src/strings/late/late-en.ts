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
  },
  rating: {
    question: 'How did we do?',
    awful: 'Awful',
    bad: 'Bad',
    fair: 'Fair',
    good: 'Good',
    great: 'Great',
    comment: 'Would you tell us more?',
    send: 'Send',
    thanks: 'Thank you. It helps us.'
  },
  transcript: {
    ask: 'Get a copy by e-mail',
    email: 'Your e-mail address',
    send: 'Send it',
    sent: 'A copy is on its way to {email}.',
    unread: 'We cannot read that address. Check it once more.'
  },
  push: {
    ask: 'Tell me when there is an answer',
    on: 'This browser tells you when there is an answer.',
    stop: 'Stop telling me',
    denied: 'Your browser did not allow it.'
  },
  /** Going on elsewhere. */
  takeItWithYou: 'Take the chat with you. Everything said here comes along.',
  whatHappens: {
    sms: 'Your texts open with a message ready. Send it, and the chat goes on there. Only {site} sees your number and what you write.',
    other:
      '{network} opens with a message ready. Send it, and the chat goes on there. Only {site} sees your number and what you write.'
  },
  openApp: { sms: 'Open your texts', other: 'Open {network}' },
  scan: 'Scan it with your phone',
  showQr: 'Use another phone',
  number: 'Number',
  code: 'Code',
  copy: 'Copy',
  copied: 'Copied',
  waiting: 'Waiting for your message…',
  finishByHand: 'No message ready? Send the code to the number yourself.',
  linkedBody: 'Put this page away whenever you like. Nothing is lost.',
  codeExpired: 'This code has expired.',
  newCode: 'Get a new code',
  orByNumber: "Or type your number, and we'll text you",
  textMe: 'Text me',
  numberConsent:
    'By pressing the button you agree that {site} sends a text to this number. Nothing else is sent unless you answer it.',
  badNumber: 'We cannot read that number. Begin with the country, as in +46 70 123 45 67.',
  textedNumber: 'We have texted {number}. Answer the text, and the chat goes on there.'
} as const
