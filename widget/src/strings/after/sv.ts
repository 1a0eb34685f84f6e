import type { AfterTexts } from '../words.ts'

export const sv: AfterTexts = {
  rating: {
    question: 'Hur gick det?',
    awful: 'Mycket dåligt',
    bad: 'Dåligt',
    fair: 'Okej',
    good: 'Bra',
    great: 'Mycket bra',
    comment: 'Vill du berätta mer?',
    send: 'Skicka',
    thanks: 'Tack. Det hjälper oss.'
  },
  transcript: {
    ask: 'Få en kopia med e-post',
    email: 'Din e-postadress',
    send: 'Skicka den',
    sent: 'En kopia är på väg till {email}.',
    unread: 'Vi kan inte läsa adressen. Titta på den en gång till.'
  },
  push: {
    ask: 'Säg till när det finns ett svar',
    on: 'Den här webbläsaren säger till när det finns ett svar.',
    stop: 'Sluta säga till',
    denied: 'Din webbläsare tillät det inte.'
  }
}
