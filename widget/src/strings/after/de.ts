import type { AfterTexts } from '../words.ts'

export const de: AfterTexts = {
  rating: {
    question: 'Wie war es für Sie?',
    awful: 'Sehr schlecht',
    bad: 'Schlecht',
    fair: 'Mittelmäßig',
    good: 'Gut',
    great: 'Sehr gut',
    comment: 'Möchten Sie mehr dazu sagen?',
    send: 'Senden',
    thanks: 'Danke. Das hilft uns.'
  },
  transcript: {
    ask: 'Kopie per E-Mail erhalten',
    email: 'Ihre E-Mail-Adresse',
    send: 'Senden',
    sent: 'Eine Kopie ist unterwegs an {email}.',
    unread: 'Diese Adresse können wir nicht lesen. Prüfen Sie sie noch einmal.'
  },
  push: {
    ask: 'Sagen Sie mir, wenn eine Antwort da ist',
    on: 'Dieser Browser meldet sich, wenn eine Antwort da ist.',
    stop: 'Nicht mehr melden',
    denied: 'Ihr Browser hat es nicht erlaubt.'
  }
}
