import type { AfterTexts } from '../words.ts'

export const da: AfterTexts = {
  rating: {
    question: 'Hvordan gik det?',
    awful: 'Meget dårligt',
    bad: 'Dårligt',
    fair: 'Okay',
    good: 'Godt',
    great: 'Meget godt',
    comment: 'Vil du fortælle mere?',
    send: 'Send svar',
    thanks: 'Tak. Det hjælper os.'
  },
  transcript: {
    ask: 'Få en kopi på e-mail',
    email: 'Din e-mailadresse',
    send: 'Send den',
    sent: 'En kopi er på vej til {email}.',
    unread: 'Vi kan ikke læse adressen. Se den igennem en gang til.'
  },
  push: {
    ask: 'Sig til, når der er svar',
    on: 'Denne browser siger til, når der er svar.',
    stop: 'Sig ikke længere til',
    denied: 'Din browser tillod det ikke.'
  }
}
