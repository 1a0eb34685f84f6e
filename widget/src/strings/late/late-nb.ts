import type { LateTexts } from '../words.ts'

export const nb: LateTexts = {
  talks: {
    search: 'Søk i meldingene dine',
    hits: { one: '{count} melding funnet', other: '{count} meldinger funnet' },
    newest: 'De nyeste vises. Søk på flere ord for å finne andre.',
    noHits: 'Ingenting funnet',
    nothing: 'Ingenting er sagt ennå.',
    unread: { one: '{count} ulest', other: '{count} uleste' },
    ended: 'Avsluttet',
    reopens: 'Skriv for å åpne den igjen.',
    begins: 'Det du skriver, begynner en ny samtale.',
    start: 'Begynn en ny samtale',
    earlier: 'Tidligere samtaler',
    over: 'Samtalen er avsluttet.',
    backToList: 'Tilbake til samtalene dine',
    later: 'Senere meldinger'
  },
  before: {
    title: 'Før vi begynner',
    start: 'Start chatten',
    skip: 'Hopp over',
    name: 'Navn',
    email: 'E-post',
    phone: 'Telefonnummer',
    agree: 'Kryss av for å gå videre',
    wrong: { one: 'Ett svar må ses over', other: '{count} svar må ses over' }
  },
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
  },
  takeItWithYou: 'Ta med deg chatten. Alt som er skrevet her, følger med.',
  whatHappens: {
    sms: 'SMS-ene dine åpnes med en ferdig melding. Send den, så fortsetter chatten der. Bare {site} ser nummeret ditt og det du skriver.',
    other:
      '{network} åpnes med en ferdig melding. Send den, så fortsetter chatten der. Bare {site} ser nummeret ditt og det du skriver.'
  },
  openApp: { sms: 'Åpne SMS-ene dine', other: 'Åpne {network}' },
  scan: 'Skann koden med telefonen',
  showQr: 'Bruk en annen telefon',
  number: 'Nummer',
  code: 'Kode',
  copy: 'Kopier',
  copied: 'Kopiert',
  waiting: 'Venter på meldingen din…',
  finishByHand: 'Ingen ferdig melding? Send koden til nummeret selv.',
  linkedBody: 'Legg bort siden når du vil. Ingenting går tapt.',
  codeExpired: 'Koden er utløpt.',
  newCode: 'Hent en ny kode',
  orByNumber: 'Eller skriv nummeret ditt, så sender vi en SMS',
  textMe: 'Send SMS',
  numberConsent:
    'Når du trykker på knappen, godtar du at {site} sender en SMS til nummeret. Det sendes ikke mer med mindre du svarer på den.',
  badNumber: 'Vi kan ikke lese nummeret. Begynn med landet, som i +47 406 12 345.',
  textedNumber: 'Vi har sendt en SMS til {number}. Svar på den, så fortsetter chatten der.'
}
