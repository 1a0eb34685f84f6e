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

export function createOptOuts(): OptOuts {
  const out = new Set<string>()
  const typeOf = (number: string, text: string): OptOutType | undefined => {
    const word = text.trim().toUpperCase()
    // "Yes" is an answer to many questions: it opts in only those who are out.
    if (word === 'YES') return out.has(number) ? 'START' : undefined
    return (['STOP', 'START', 'HELP'] as const).find(type => WORDS[type].includes(word))
  }
  return {
    isOut: number => out.has(number),
    hear(number, text) {
      const type = typeOf(number, text)
      if (!type) return undefined
      if (type === 'STOP') out.add(number)
      if (type === 'START') out.delete(number)
      return { type, answer: ANSWERS[type] }
    }
  }
}
