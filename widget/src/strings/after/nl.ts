import type { AfterTexts } from '../words.ts'

export const nl: AfterTexts = {
  rating: {
    question: 'Hoe ging het?',
    awful: 'Heel slecht',
    bad: 'Slecht',
    fair: 'Matig',
    good: 'Goed',
    great: 'Heel goed',
    comment: 'Wilt u er meer over vertellen?',
    send: 'Versturen',
    thanks: 'Dank u. Daar hebben we veel aan.'
  },
  transcript: {
    ask: 'Een kopie per e-mail krijgen',
    email: 'Uw e-mailadres',
    send: 'Versturen',
    sent: 'Een kopie is onderweg naar {email}.',
    unread: 'We kunnen dat adres niet lezen. Kijk het nog eens na.'
  },
  push: {
    ask: 'Laat het me weten als er antwoord is',
    on: 'Deze browser laat het u weten als er antwoord is.',
    stop: 'Laat het me niet meer weten',
    denied: 'Uw browser stond het niet toe.'
  }
}
