import { languages } from './phone-texts.ts'

/** Words that mean something when they are a whole message, in the languages we speak. */
const WORDS = {
  // CTIA's list, and what Swedes write.
  stop: [
    'STOP',
    'STOPALL',
    'UNSUBSCRIBE',
    'CANCEL',
    'END',
    'QUIT',
    'REVOKE',
    'OPTOUT',
    'STOPP',
    'AVSLUTA'
  ],
  start: ['START', 'UNSTOP'],
  yes: ['YES', 'Y', 'OK', 'JA', 'J', 'JAPP'],
  no: ['NO', 'N', 'NEJ'],
  refuse: ['NOT ME', 'NOT MINE', 'NOT MY CHAT', 'INTE JAG', 'INTE MIN'],
  back: ['LINK', 'SITE', 'BACK', 'LÄNK', 'TILLBAKA', 'SAJTEN']
} as const

export type PhoneWord = keyof typeof WORDS

/** Ids of the buttons we put under our own messages, and the word each stands for. */
const BUTTONS = new Map<string, PhoneWord>([
  ['mirror:yes', 'yes'],
  ['mirror:no', 'no'],
  ['link:refuse', 'refuse'],
  ['return', 'back']
])

const meanings = new Map<string, PhoneWord>(
  Object.entries(WORDS).flatMap(([word, spellings]) =>
    spellings.map(spelling => [spelling, word as PhoneWord] as const)
  )
)
// Where a network has no buttons their titles stand in the text, and people send them back.
for (const { mirrorYes, mirrorNo, notMe } of languages.values()) {
  meanings.set(mirrorYes.toUpperCase(), 'yes')
  meanings.set(mirrorNo.toUpperCase(), 'no')
  meanings.set(notMe.toUpperCase(), 'refuse')
}

/** What a whole message means, or undefined when it is just talk. */
export const readWord = (text: string): PhoneWord | undefined =>
  meanings.get(
    text
      .trim()
      .replace(/[.!\s]+$/, '')
      .replace(/\s+/g, ' ')
      .toUpperCase()
  )

/** What a tapped button of ours means. */
export const readButton = (button: string | undefined): PhoneWord | undefined =>
  button === undefined ? undefined : BUTTONS.get(button)
