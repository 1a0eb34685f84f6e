/** What the relay itself says on a phone, in English. Other languages have exactly these keys, and the same names in braces. */
export const en = {
  draft: 'Continue my chat from {site}',
  linked:
    'You are now chatting with {site} here. This goes on from the chat that began on the site {began}.',
  askMirror: 'Show what we say here on the site too?',
  howToRefuse: 'Not your chat? Reply NOT ME.',
  howBack: 'Reply LINK for a way back to the site.',
  mirrorYes: 'Yes, show it',
  mirrorNo: 'No, keep it here',
  notMe: 'Not my chat',
  shown: 'Done. The chat shows on the site too.',
  notShown: 'Fine. What we say here stays here.',
  refused: 'Thanks for telling us. This phone is no longer part of that chat.',
  askForCode:
    'Were you chatting on {site}? Send the code shown there, and we go on where you were. Otherwise just go on here.',
  codeOver:
    'That code is no longer valid. Get a new one in the chat on {site}, or just go on here.',
  codeUsed: 'That code has been used already. Get a new one in the chat, or just go on here.',
  tooManyCodes: 'That is too many codes for now. Please wait an hour and try again.',
  confirmNumber:
    "{site}: reply YES to go on with your chat from {host} here. Didn't ask for this? Ignore it, or reply STOP.",
  numberRefused: 'Fine. We will not write here.',
  wayBack: 'Back to the chat on {site} (works once, for 15 minutes): {url}',
  wayBackSent: 'A link back to the site',
  stopped: 'You will get no more messages from {site} here. Reply START to undo.',
  started: 'You will get messages from {site} here again.',
  answerWith: 'Reply with:',
  choose: 'Choose',
  answerWithNumber: 'Reply with the number of your choice.',
  fileMissing: '[A file that could not be fetched]',
  newMessage: 'You have a new message from {site}'
} as const
