import type { NoteWords } from './note-words.ts'

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
  closeChat: 'Close chat',
  usuallyReplies: 'Usually replies in a few minutes',
  reconnecting: 'Reconnecting. What you write is kept and sent.',
  back: 'Back to the chat',

  // The timeline
  messages: 'Messages',
  today: 'Today',
  yesterday: 'Yesterday',
  you: 'You',
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
  edited: 'Changed',
  removed: 'This message was taken back',
  newMessages: (count: number) => (count === 1 ? '1 new message' : `${count} new messages`),
  earlier: 'Earlier messages',
  greeting: 'Hello. What can we help you with?',
  opensInNewTab: 'opens in a new tab',

  // The composer
  writeMessage: 'Write a message',
  send: 'Send',

  // Lines between the messages
  note: {
    linked: ({ network, display }) =>
      `The chat goes on ${on(network)}${display && ` (${display})`}`,
    unlinked: ({ network }) => `The chat no longer goes on ${on(network)}`,
    returned: () => 'Welcome back. What was said on your phone is here.',
    shown: ({ network }) => `What is said ${on(network)} shows here too`,
    notShown: ({ network }) => `What is said ${on(network)} does not show here`,
    texted: () => 'We have texted your phone. Answer the text to go on there.',
    joined: ({ name }) => `${name} is with you now`,
    closed: () => 'The chat has ended. Write to open it again.'
  } as NoteWords,

  // Going on elsewhere
  network: nameOf,
  continueOnPhone: 'Continue on your phone',
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
  copy: 'Copy',
  copied: 'Copied',
  oneMoment: 'One moment',
  waiting: 'Waiting for your message…',
  finishByHand: 'No message ready? Send the code to the number yourself.',
  codeExpired: 'This code has expired.',
  newCode: 'Get a new code',
  handoffFailed: 'We could not reach the chat. Check your connection and try again.',
  handoffLimited: 'That was many tries in a short time. Wait a few minutes and try again.',
  orByNumber: "Or type your number, and we'll text you",
  textMe: 'Text me',
  numberConsent: (site: string) =>
    `By pressing the button you agree that ${site} sends a text to this number. ` +
    'Nothing else is sent unless you answer it.',
  badNumber: 'We cannot read that number. Begin with the country, as in +46 70 123 45 67.',
  textedNumber: (number: string) =>
    `We have texted ${number}. Answer the text, and the chat goes on there.`,
  linkedBody: 'Put this page away whenever you like. Nothing is lost.',
  notShownYet: 'What is said there does not show here until you agree on the phone.',
  notShown: 'What is said there does not show here.',
  shownHere: 'What is said there shows here too.',
  stopShowing: 'Stop showing here'
}

/** The shape every language's words have. */
export type Words = typeof en
