import type { PhoneNetwork } from '../phones.ts'

export type OptOutType = 'STOP' | 'START' | 'HELP'

const WORDS: Record<OptOutType, readonly string[]> = {
  STOP: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'],
  START: ['START', 'UNSTOP'],
  HELP: ['HELP', 'INFO']
}

const ANSWERS: Record<OptOutType, string> = {
  STOP: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  START:
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
  HELP: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.'
}

/** Twilio's own handling of the words by which people opt out, and in again. */
export interface OptOuts {
  isOut(number: string): boolean
  /** Hears a message. When it is such a word: which, and what Twilio answers by itself. */
  hear(number: string, text: string): { type: OptOutType; answer: string } | undefined
}

export function createOptOuts(phones: PhoneNetwork): OptOuts {
  /** Everything somebody ever said decides: the last such word counts. */
  const isOut = (number: string) => {
    if (!phones.ownerOf(number)) return false
    const said = phones.chat(number, 'messages').bubbles.filter(({ mine }) => mine)
    return said.reduce((out, { text }) => {
      const type = typeOf(text, out)
      return type === 'STOP' || (out && type !== 'START')
    }, false)
  }
  return {
    isOut,
    hear(number, text) {
      const type = typeOf(text, isOut(number))
      return type && { type, answer: ANSWERS[type] }
    }
  }
}

function typeOf(text: string, isOut: boolean): OptOutType | undefined {
  const word = text.trim().toUpperCase()
  // "Yes" is an answer to many questions: it opts in only those who are out.
  if (word === 'YES') return isOut ? 'START' : undefined
  return (['STOP', 'START', 'HELP'] as const).find(type => WORDS[type].includes(word))
}
