import type { AfterTexts } from '../words.ts'

export const nb: AfterTexts = {
  rating: {
    question: 'Hvordan gikk det?',
    awful: 'Svært dårlig',
    bad: 'Dårlig',
    fair: 'Greit',
    good: 'Bra',
    great: 'Svært bra',
    comment: 'Vil du fortelle mer?',
    send: 'Send svar',
    thanks: 'Takk. Det hjelper oss.'
  },
  transcript: {
    ask: 'Få en kopi på e-post',
    email: 'E-postadressen din',
    send: 'Send den',
    sent: 'En kopi er på vei til {email}.',
    unread: 'Vi kan ikke lese adressen. Se på den en gang til.'
  },
  push: {
    ask: 'Si fra når det kommer svar',
    on: 'Denne nettleseren sier fra når det kommer svar.',
    stop: 'Ikke si fra lenger',
    denied: 'Nettleseren din tillot det ikke.'
  }
}
