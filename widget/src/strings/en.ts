const names = new Map([
  ['whatsapp', 'WhatsApp'],
  ['sms', 'SMS']
])
const nameOf = (network: string): string => names.get(network) ?? network
const on = (network: string): string => (network === 'sms' ? 'by SMS' : `in ${nameOf(network)}`)

/** Everything the widget says, in English. Other languages have exactly these keys. */
export const en = {
  // The panel
  chat: 'Chat',
  chatWith: (site: string) => `Chat with ${site}`,
  openChat: 'Open chat',
  openChatUnread: (count: number) =>
    count === 1 ? 'Open chat, 1 new message' : `Open chat, ${count} new messages`,
  closeChat: 'Close chat',
  usuallyReplies: 'Usually replies in a few minutes',
  reconnecting: 'Reconnecting. What you write is kept and sent.',
  back: 'Back',

  // The timeline
  messages: 'Messages',
  today: 'Today',
  yesterday: 'Yesterday',
  you: 'You',
  said: (who: string, text: string) => `${who}: ${text}`,
  via: (network: string) => `via ${nameOf(network)}`,
  sending: 'Sending',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  failed: 'Not sent',
  tooLong: 'Too long to send. Split it in two.',
  tryAgain: 'Try again',
  remove: 'Remove',
  typing: (name: string) => `${name} is writing`,
  someone: 'Someone',
  newMessages: (count: number) => (count === 1 ? '1 new message' : `${count} new messages`),
  earlier: 'Earlier messages',
  loadingEarlier: 'Fetching earlier messages',
  greeting: 'Hello. What can we help you with?',
  peopleAsk: 'People often ask',
  quickReplies: 'Ready-made answers',
  image: (name: string) => `Picture: ${name}`,
  file: (name: string, size: string) => `${name}, ${size}`,
  opensInNewTab: 'opens in a new tab',

  // The composer
  writeMessage: 'Write a message',
  send: 'Send',

  // Lines between the messages
  noteLinked: (network: string, display: string) =>
    `The chat goes on ${on(network)}${display && ` (${display})`}`,
  noteUnlinked: (network: string) => `The chat no longer goes on ${on(network)}`,
  noteReturned: 'Welcome back. What was said on your phone is here.',
  noteShown: (network: string) => `What is said ${on(network)} shows here too`,
  noteNotShown: (network: string) => `What is said ${on(network)} no longer shows here`,
  noteTexted: 'We have texted your phone. Answer the text to go on there.',
  noteJoined: (name: string) => `${name} is with you now`,
  noteClosed: 'The chat has ended. Write to open it again.',

  // Going on elsewhere
  network: nameOf,
  continueOnPhone: 'Continue on your phone',
  continueElsewhere: 'Continue elsewhere',
  continueOn: (network: string) => `Continue ${on(network)}`,
  takeItWithYou: 'Take the chat with you. Everything said here comes along.',
  offered: (network: string) => `Shall we go on ${on(network)}?`,
  whatHappens: (network: string, site: string) =>
    `${network === 'sms' ? 'Your texts open' : `${nameOf(network)} opens`} with a message ready. ` +
    `Send it, and the chat goes on there. Only ${site} sees your number and what you write.`,
  openApp: (network: string) => (network === 'sms' ? 'Open your texts' : `Open ${nameOf(network)}`),
  scan: 'Scan it with your phone',
  showQr: 'Use another phone',
  number: 'Number',
  code: 'Code',
  copyNumber: 'Copy the number',
  copyCode: 'Copy the code',
  copied: 'Copied',
  oneMoment: 'One moment',
  waiting: 'Waiting for your message…',
  finishByHand: 'No message ready? Send the code to the number yourself.',
  codeExpired: 'This code has expired.',
  newCode: 'Get a new code',
  handoffFailed: 'We could not reach the chat. Check your connection and try again.',
  handoffLimited: 'That was many tries in a short time. Wait a few minutes and try again.',
  orByNumber: "Or type your number, and we'll text you",
  yourNumber: 'Your phone number',
  textMe: 'Text me',
  numberConsent: (site: string) =>
    `By pressing the button you agree that ${site} sends a text to this number. ` +
    'Nothing else is sent unless you answer it.',
  badNumber: 'We cannot read that number. Begin with the country, as in +46 70 123 45 67.',
  waitingForAnswer: 'Waiting for your answer…',
  textedNumber: (number: string) =>
    `We have texted ${number}. Answer the text, and the chat goes on there.`,
  anotherNumber: 'Use another number',
  linkedTitle: (network: string) => `Your chat goes on ${on(network)}`,
  linkedBody: 'Put this page away whenever you like. Nothing is lost.',
  backToChat: 'Back to the chat',
  goesOn: (network: string) => `The chat goes on ${on(network)}.`,
  notShownYet: 'What is said there does not show here until you agree on the phone.',
  notShown: 'What is said there does not show here.',
  shownHere: 'What is said there shows here too.',
  stopShowing: 'Stop showing here'
}

/** The shape every language's words have. */
export type Words = typeof en
