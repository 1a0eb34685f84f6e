import type { LateTexts } from '../words.ts'

export const de: LateTexts = {
  talks: {
    search: 'Ihre Nachrichten durchsuchen',
    hits: { one: '{count} Nachricht gefunden', other: '{count} Nachrichten gefunden' },
    newest: 'Die neuesten werden gezeigt. Suchen Sie nach mehr Wörtern, um andere zu finden.',
    noHits: 'Nichts gefunden',
    nothing: 'Es wurde noch nichts gesagt.',
    unread: { one: '{count} ungelesen', other: '{count} ungelesen' },
    ended: 'Beendet',
    reopens: 'Schreiben Sie, um ihn wieder zu öffnen.',
    begins: 'Was Sie schreiben, beginnt ein neues Gespräch.',
    start: 'Ein neues Gespräch beginnen',
    earlier: 'Frühere Gespräche',
    over: 'Dieses Gespräch ist beendet.',
    backToList: 'Zurück zu Ihren Gesprächen',
    later: 'Spätere Nachrichten'
  },
  before: {
    title: 'Bevor wir beginnen',
    start: 'Chat beginnen',
    skip: 'Überspringen',
    name: 'Ihr Name',
    email: 'E-Mail-Adresse',
    phone: 'Telefonnummer',
    agree: 'Setzen Sie hier ein Häkchen, um fortzufahren',
    wrong: {
      one: 'Eine Antwort muss geprüft werden',
      other: '{count} Antworten müssen geprüft werden'
    }
  },
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
  },
  takeItWithYou: 'Nehmen Sie den Chat mit. Alles, was hier steht, kommt mit.',
  whatHappens: {
    sms: 'Ihre SMS öffnen sich mit einer fertigen Nachricht. Senden Sie sie ab, dann geht der Chat dort weiter. Nur {site} sieht Ihre Nummer und was Sie schreiben.',
    other:
      '{network} öffnet sich mit einer fertigen Nachricht. Senden Sie sie ab, dann geht der Chat dort weiter. Nur {site} sieht Ihre Nummer und was Sie schreiben.'
  },
  openApp: { sms: 'SMS öffnen', other: '{network} öffnen' },
  scan: 'Mit dem Handy scannen',
  showQr: 'Ein anderes Handy verwenden',
  number: 'Nummer',
  code: 'Code',
  copy: 'Kopieren',
  copied: 'Kopiert',
  waiting: 'Wir warten auf Ihre Nachricht…',
  finishByHand: 'Keine fertige Nachricht? Senden Sie den Code selbst an die Nummer.',
  linkedBody: 'Sie können die Seite jederzeit schließen. Nichts geht verloren.',
  codeExpired: 'Der Code ist abgelaufen.',
  newCode: 'Neuen Code holen',
  orByNumber: 'Oder geben Sie Ihre Nummer ein, dann schicken wir Ihnen eine SMS',
  textMe: 'SMS anfordern',
  numberConsent:
    'Mit einem Klick stimmen Sie zu, dass {site} eine SMS an diese Nummer schickt. Weitere folgen nur, wenn Sie antworten.',
  badNumber: 'Diese Nummer verstehen wir nicht. Beginnen Sie mit dem Land, etwa +49 151 23456789.',
  textedNumber:
    'Wir haben eine SMS an {number} geschickt. Antworten Sie darauf, dann geht der Chat dort weiter.'
}
