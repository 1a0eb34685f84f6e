import { atom, type WritableAtom } from 'nanostores'
import type { Language } from './language.ts'
import type { Conversation } from './stores/conversation.ts'
import type { Dates } from './strings/dates.ts'
import {
  type LateTexts,
  type LateWords,
  type OwnTexts,
  type Texts,
  type Words,
  wordsIn
} from './strings/words.ts'

/** How the widget speaks to this visitor. */
export interface Voice {
  /** BCP 47 */
  language: string
  /** Which way that language is written. */
  direction: 'ltr' | 'rtl'
  words: Words
  /** The language of ours that the words are in, but for the site's own. */
  base: Language
  /** What is fetched later, said in the same voice. */
  sayMore(texts: LateTexts): LateWords
  /** How moments are written: filled when what draws messages is there. */
  $dates: WritableAtom<Dates | undefined>
}

// Every language that is written from right to left and that browsers have words in.
const RTL = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/

interface VoiceOptions {
  language: Language
  texts: Texts
  /** What the page says in its own words; JSON where it came by an attribute. */
  own: OwnTexts | string | undefined
  $session: Conversation['$session']
}

function readOwn(own: VoiceOptions['own']): OwnTexts | undefined {
  if (typeof own !== 'string') return own
  try {
    return JSON.parse(own)
  } catch {
    console.error('data-texts of the chat is no JSON.')
    return undefined
  }
}

/** The widget's voice: ours at first, and then, where the site has words of its own, the site's. What the page says wins. */
export function createVoice({ language, texts, own, $session }: VoiceOptions) {
  const page = readOwn(own)
  const speak = (tag: string, site?: OwnTexts): Voice => {
    const words = wordsIn(tag, texts, page, site)
    const direction = RTL.test(tag) ? 'rtl' : 'ltr'
    const sayMore = (more: LateTexts) => {
      // Networks have one name, whenever they are spoken of.
      const { networkName } = texts
      return wordsIn(tag, Object.assign({ networkName }, more), page, site)
    }
    return {
      ...{ language: tag, direction, words, base: language, sayMore },
      $dates: atom<Dates | undefined>()
    }
  }
  const $voice = atom(speak(language))
  let spoken: string | undefined
  const stop = $session.listen(session => {
    const { language: theirs, texts: site } = session?.look ?? {}
    const told = site && JSON.stringify([theirs, site])
    // A session is renewed every quarter of an hour, and mostly says the same.
    if (!told || told === spoken) return
    spoken = told
    $voice.set(speak(theirs ?? language, site))
  })
  return { $voice, stop }
}
