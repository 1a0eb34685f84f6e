/** Everything the widget says, in English. Other languages have exactly these keys, and the same names in braces. */
export const en = {
  // The panel
  chat: 'Chat',
  chatWith: 'Chat with {site}',
  openChat: 'Open chat',
  closeChat: 'Close chat',
  usuallyReplies: 'Usually replies in a few minutes',
  repliesWithin: 'Usually replies within {time}',
  reconnecting: 'Reconnecting. What you write is kept and sent.',
  unavailable: 'The chat is not available here. What you write is kept.',
  back: 'Back to the chat',
  sound: 'Sound for new messages',
  conversations: 'Your conversations',

  // Outside business hours
  closedNow: 'We are closed right now',
  backToday: 'We are back at {time}',
  backTomorrow: 'We are back tomorrow at {time}',
  backOn: 'We are back {day} at {time}',
  leaveMessage: "Leave a message, and we'll answer as soon as we are back.",
  answerOnPhone: 'Get the answer on your phone',

  // The timeline
  messages: 'Messages',
  today: 'Today',
  yesterday: 'Yesterday',
  you: 'You',
  via: 'via {network}',
  sending: 'Sending',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  failed: 'Not sent',
  tooLong: 'Too long to send. Split it in two.',
  tryAgain: 'Try again',
  remove: 'Remove',
  typing: '{name} is writing',
  someone: 'Someone',
  edited: 'Changed',
  removed: 'This message was taken back',
  newMessages: { one: '{count} new message', other: '{count} new messages' },
  earlier: 'Earlier messages',
  greeting: 'Hello. What can we help you with?',
  opensInNewTab: 'opens in a new tab',

  // The composer
  writeMessage: 'Write a message',
  send: 'Send',

  // Pictures and files
  attach: 'Attach a file',
  uploading: 'Uploading {name}',
  fileReady: '{name} is ready to send',
  fileTooLarge: '{name} is too large. At most {size} fits.',
  fileKind: '{name} is of a kind we cannot take.',
  tooManyFiles: 'At most ten files fit in one message.',
  uploadFailed: '{name} did not come through.',
  uploadLimited: 'That was a lot of files in a short time. Try again later.',
  removeFile: 'Remove {name}',
  dropFiles: 'Drop files here',

  // What an agent sends to be answered
  chooseAnswer: 'Choose an answer',
  place: '{count} of {total}',
  previous: 'Previous',
  next: 'Next',
  optional: 'optional',
  fillIn: 'Fill this in',
  checkThis: 'Check this: it does not look right',
  answered: 'Answered',

  // Lines between the messages
  note: {
    linked: { sms: 'The chat goes on by SMS', other: 'The chat goes on in {network}' },
    unlinked: {
      sms: 'The chat no longer goes on by SMS',
      other: 'The chat no longer goes on in {network}'
    },
    returned: 'Welcome back. What was said on your phone is here.',
    shown: {
      sms: 'What is said by SMS shows here too',
      other: 'What is said in {network} shows here too'
    },
    notShown: {
      sms: 'What is said by SMS does not show here',
      other: 'What is said in {network} does not show here'
    },
    texted: 'We have texted your phone. Answer the text to go on there.',
    joined: '{name} is with you now',
    closed: 'The chat has ended.'
  },

  // Going on elsewhere
  networkName: { whatsapp: 'WhatsApp', sms: 'SMS', other: '{network}' },
  continueOnPhone: 'Continue on your phone',
  continueOn: { sms: 'Continue by SMS', other: 'Continue in {network}' },
  offered: { sms: 'Shall we go on by SMS?', other: 'Shall we go on in {network}?' },
  oneMoment: 'One moment',
  handoffFailed: 'We could not reach the chat. Check your connection and try again.',
  handoffLimited: 'That was many tries in a short time. Wait a few minutes and try again.',
  notShownYet: 'What is said there does not show here until you agree on the phone.',
  notShown: 'What is said there does not show here.',
  shownHere: 'What is said there shows here too.',
  stopShowing: 'Stop showing here'
} as const
