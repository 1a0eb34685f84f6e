/** What is said once a conversation has been going on, or has ended: only those who get there fetch it. In English. */
export const en = {
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
  }
} as const
