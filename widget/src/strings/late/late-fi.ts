import type { LateTexts } from '../words.ts'

export const fi: LateTexts = {
  talks: {
    search: 'Hae viesteistäsi',
    hits: { one: '{count} viesti löytyi', other: '{count} viestiä löytyi' },
    newest: 'Uusimmat näytetään. Hae useammalla sanalla löytääksesi muita.',
    noHits: 'Mitään ei löytynyt',
    nothing: 'Mitään ei ole vielä sanottu.',
    unread: { one: '{count} lukematon', other: '{count} lukematonta' },
    ended: 'Päättynyt',
    reopens: 'Kirjoita, niin se avautuu uudelleen.',
    begins: 'Kirjoittamasi aloittaa uuden keskustelun.',
    start: 'Aloita uusi keskustelu',
    earlier: 'Aiemmat keskustelut',
    over: 'Tämä keskustelu on päättynyt.',
    backToList: 'Takaisin keskusteluihisi',
    later: 'Myöhemmät viestit'
  },
  before: {
    title: 'Ennen kuin aloitamme',
    start: 'Aloita chat',
    skip: 'Ohita',
    name: 'Nimi',
    email: 'Sähköposti',
    phone: 'Puhelinnumero',
    agree: 'Merkitse tämä jatkaaksesi',
    wrong: { one: 'Yksi vastaus on tarkistettava', other: '{count} vastausta on tarkistettava' }
  },
  rating: {
    question: 'Miten onnistuimme?',
    awful: 'Erittäin huonosti',
    bad: 'Huonosti',
    fair: 'Kohtalaisesti',
    good: 'Hyvin',
    great: 'Erittäin hyvin',
    comment: 'Haluatko kertoa lisää?',
    send: 'Lähetä',
    thanks: 'Kiitos. Siitä on meille apua.'
  },
  transcript: {
    ask: 'Pyydä kopio sähköpostiin',
    email: 'Sähköpostiosoitteesi',
    send: 'Lähetä',
    sent: 'Kopio on matkalla osoitteeseen {email}.',
    unread: 'Emme saa osoitteesta selvää. Tarkista se vielä kerran.'
  },
  push: {
    ask: 'Ilmoita, kun vastaus tulee',
    on: 'Tämä selain ilmoittaa, kun vastaus tulee.',
    stop: 'Lopeta ilmoitukset',
    denied: 'Selaimesi ei sallinut sitä.'
  },
  takeItWithYou: 'Ota keskustelu mukaasi. Kaikki täällä kirjoitettu seuraa mukana.',
  whatHappens: {
    sms: 'Tekstiviestit avautuvat, ja viesti on valmiina. Lähetä se, niin keskustelu jatkuu siellä. Vain {site} näkee numerosi ja kirjoittamasi.',
    other:
      '{network} avautuu, ja viesti on valmiina. Lähetä se, niin keskustelu jatkuu siellä. Vain {site} näkee numerosi ja kirjoittamasi.'
  },
  openApp: { sms: 'Avaa tekstiviestit', other: 'Avaa {network}' },
  scan: 'Skannaa koodi puhelimellasi',
  showQr: 'Käytä toista puhelinta',
  number: 'Numero',
  code: 'Koodi',
  copy: 'Kopioi',
  copied: 'Kopioitu',
  waiting: 'Odotamme viestiäsi…',
  finishByHand: 'Eikö viesti ollut valmiina? Lähetä koodi numeroon itse.',
  linkedBody: 'Voit jättää sivun milloin haluat. Mitään ei katoa.',
  codeExpired: 'Koodi on vanhentunut.',
  newCode: 'Hae uusi koodi',
  orByNumber: 'Tai kirjoita numerosi, niin lähetämme tekstiviestin',
  textMe: 'Lähetä viesti',
  numberConsent:
    'Painamalla nappia hyväksyt, että {site} lähettää numeroon tekstiviestin. Muuta ei lähetetä, ellet vastaa siihen.',
  badNumber: 'Emme tunnista numeroa. Aloita maasta, esimerkiksi +358 40 123 4567.',
  textedNumber:
    'Lähetimme tekstiviestin numeroon {number}. Vastaa siihen, niin keskustelu jatkuu siellä.'
}
