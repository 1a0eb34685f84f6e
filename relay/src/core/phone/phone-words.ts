import { languages, type PhoneTexts } from './phone-texts.ts'

/** Words that mean something when they are a whole message, in the languages we speak. */
const WORDS = {
  // CTIA's list first, and then what people write in each language.
  stop: [
    ...['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'],
    ...['STOPP', 'AVSLUTA', 'AFMELD', 'AVMELD', 'LOPETA', 'PERUUTA', 'ABMELDEN', 'STOPPEN'],
    ...['ARRET', 'ARRETER', 'DESABONNER', 'BAJA', 'PARAR', 'CANCELAR', 'AFMELDEN'],
    ...['إيقاف', 'توقف', 'إلغاء']
  ],
  start: ['START', 'UNSTOP', 'ALOITA', 'INICIAR', 'ALTA', 'ابدأ'],
  yes: [
    ...['YES', 'Y', 'OK', 'JA', 'J', 'JAPP', 'JO', 'KYLLÄ', 'JOO'],
    ...['OUI', 'SÍ', 'نعم', 'أجل', 'موافق']
  ],
  no: ['NO', 'N', 'NEJ', 'NEI', 'EI', 'NEIN', 'NON', 'NEE', 'لا', 'كلا'],
  refuse: [
    ...['NOT ME', 'NOT MINE', 'NOT MY CHAT', 'INTE JAG', 'INTE MIN', 'IKKE MIG', 'IKKE MIN'],
    ...['IKKE MEG', 'EN MINÄ', 'EI MINUN', 'NICHT ICH', 'PAS MOI', 'CE N’EST PAS MOI'],
    ...['NO SOY YO', 'NIET IK', 'لست أنا', 'ليس أنا']
  ],
  back: [
    ...['LINK', 'SITE', 'BACK', 'LÄNK', 'TILLBAKA', 'SAJTEN', 'TILBAGE', 'LENKE', 'TILBAKE'],
    ...['LINKKI', 'TAKAISIN', 'ZURÜCK', 'LIEN', 'ENLACE', 'VOLVER', 'TERUG', 'رابط', 'الرابط']
  ]
} as const

export type PhoneWord = keyof typeof WORDS

/** Every spelling, and what it means. */
export const spellings: readonly [spelling: string, word: PhoneWord][] = [
  ...Object.entries(WORDS).flatMap(([word, written]) =>
    written.map(spelling => [spelling, word as PhoneWord] as [string, PhoneWord])
  ),
  // Where a network has no buttons their titles stand in the text, and people send them back.
  ...[...languages.values()].flatMap(({ mirrorYes, mirrorNo, notMe }) => [
    [mirrorYes, 'yes'] as [string, PhoneWord],
    [mirrorNo, 'no'] as [string, PhoneWord],
    [notMe, 'refuse'] as [string, PhoneWord]
  ])
]

/** Ids of the buttons we put under our own messages, and the word each stands for. */
const BUTTONS = new Map<string, PhoneWord>([
  ['mirror:yes', 'yes'],
  ['mirror:no', 'no'],
  ['link:refuse', 'refuse'],
  ['return', 'back']
])

/** As people type it: no accents, any case, any signs around it. `KYLLA.` is `KYLLÄ`, `C'EST` is `C’EST`. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toUpperCase()

const meanings = new Map(spellings.map(([spelling, word]) => [plain(spelling), word]))

/** What a whole message means, or undefined when it is just talk. `texts`: what this phone was told, whose buttons' titles count too. */
export function readWord(text: string, texts?: PhoneTexts): PhoneWord | undefined {
  const said = plain(text)
  if (!said) return undefined
  const titles = [texts?.mirrorYes, texts?.mirrorNo, texts?.notMe].map(title => plain(title ?? ''))
  return (['yes', 'no', 'refuse'] as const)[titles.indexOf(said)] ?? meanings.get(said)
}

/** What a tapped button of ours means. */
export const readButton = (button: string | undefined): PhoneWord | undefined =>
  button === undefined ? undefined : BUTTONS.get(button)
