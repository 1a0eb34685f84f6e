import type { LateTexts } from '../words.ts'

export const nl: LateTexts = {
  talks: {
    search: 'Zoeken in je berichten',
    hits: { one: '{count} bericht gevonden', other: '{count} berichten gevonden' },
    newest: 'De nieuwste worden getoond. Zoek op meer woorden om andere te vinden.',
    noHits: 'Niets gevonden',
    nothing: 'Er is nog niets gezegd.',
    unread: { one: '{count} ongelezen', other: '{count} ongelezen' },
    ended: 'Beëindigd',
    reopens: 'Schrijf iets om hem weer te openen.',
    begins: 'Wat je schrijft, begint een nieuw gesprek.',
    start: 'Een nieuw gesprek beginnen',
    earlier: 'Eerdere gesprekken',
    over: 'Dit gesprek is beëindigd.',
    backToList: 'Terug naar je gesprekken',
    later: 'Latere berichten'
  },
  before: {
    title: 'Voor we beginnen',
    start: 'De chat starten',
    skip: 'Overslaan',
    name: 'Naam',
    email: 'E-mailadres',
    phone: 'Telefoonnummer',
    agree: 'Vink dit aan om door te gaan',
    wrong: { one: 'Eén antwoord klopt nog niet', other: '{count} antwoorden kloppen nog niet' }
  },
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
  },
  takeItWithYou: 'Neem de chat mee. Alles wat hier is geschreven, gaat mee.',
  whatHappens: {
    sms: 'Je sms’jes openen met een bericht dat klaarstaat. Verstuur het en de chat gaat daar verder. Alleen {site} ziet je nummer en wat je schrijft.',
    other:
      '{network} opent met een bericht dat klaarstaat. Verstuur het en de chat gaat daar verder. Alleen {site} ziet je nummer en wat je schrijft.'
  },
  openApp: { sms: 'Je sms’jes openen', other: '{network} openen' },
  scan: 'Scan met je telefoon',
  showQr: 'Een andere telefoon gebruiken',
  number: 'Nummer',
  code: 'Code',
  copy: 'Kopiëren',
  copied: 'Gekopieerd',
  waiting: 'We wachten op je bericht…',
  finishByHand: 'Geen bericht dat klaarstaat? Stuur de code zelf naar het nummer.',
  linkedBody: 'Je kunt deze pagina sluiten wanneer je wilt. Er gaat niets verloren.',
  codeExpired: 'Deze code is verlopen.',
  newCode: 'Nieuwe code krijgen',
  orByNumber: 'Of typ je nummer, dan sturen we je een sms',
  textMe: 'Sms mij',
  numberConsent:
    'Door op de knop te drukken ga je ermee akkoord dat {site} een sms naar dit nummer stuurt. Meer sturen we niet, tenzij je antwoordt.',
  badNumber: 'We herkennen dat nummer niet. Begin met het land, zoals in +31 6 12345678.',
  textedNumber: 'We hebben {number} een sms gestuurd. Beantwoord die en de chat gaat daar verder.'
}
