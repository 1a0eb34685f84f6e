import type { LateTexts } from '../words.ts'

export const da: LateTexts = {
  talks: {
    search: 'Søg i dine beskeder',
    hits: { one: '{count} besked fundet', other: '{count} beskeder fundet' },
    newest: 'De nyeste vises. Søg på flere ord for at finde andre.',
    noHits: 'Intet fundet',
    nothing: 'Der er ikke sagt noget endnu.',
    unread: { one: '{count} ulæst', other: '{count} ulæste' },
    ended: 'Afsluttet',
    reopens: 'Skriv for at åbne den igen.',
    begins: 'Det, du skriver, begynder en ny samtale.',
    start: 'Begynd en ny samtale',
    earlier: 'Tidligere samtaler',
    over: 'Samtalen er afsluttet.',
    backToList: 'Tilbage til dine samtaler',
    later: 'Senere beskeder'
  },
  before: {
    title: 'Før vi begynder',
    start: 'Start chatten',
    skip: 'Spring over',
    name: 'Navn',
    email: 'E-mail',
    phone: 'Telefonnummer',
    agree: 'Sæt kryds for at gå videre',
    wrong: { one: 'Ét svar skal ses efter', other: '{count} svar skal ses efter' }
  },
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
  },
  takeItWithYou: 'Tag chatten med dig. Alt, hvad der er skrevet her, følger med.',
  whatHappens: {
    sms: 'Dine sms’er åbner med en færdig besked. Send den, så fortsætter chatten der. Kun {site} ser dit nummer og det, du skriver.',
    other:
      '{network} åbner med en færdig besked. Send den, så fortsætter chatten der. Kun {site} ser dit nummer og det, du skriver.'
  },
  openApp: { sms: 'Åbn dine sms’er', other: 'Åbn {network}' },
  scan: 'Scan koden med din telefon',
  showQr: 'Brug en anden telefon',
  number: 'Nummer',
  code: 'Kode',
  copy: 'Kopiér',
  copied: 'Kopieret',
  waiting: 'Venter på din besked…',
  finishByHand: 'Ingen færdig besked? Send selv koden til nummeret.',
  linkedBody: 'Læg siden fra dig, når du vil. Intet går tabt.',
  codeExpired: 'Koden er udløbet.',
  newCode: 'Få en ny kode',
  orByNumber: 'Eller skriv dit nummer, så sender vi en sms',
  textMe: 'Send sms',
  numberConsent:
    'Når du trykker på knappen, accepterer du, at {site} sender en sms til nummeret. Der bliver ikke sendt mere, medmindre du svarer på den.',
  badNumber: 'Vi kan ikke læse nummeret. Begynd med landet, som i +45 20 12 34 56.',
  textedNumber: 'Vi har sendt en sms til {number}. Svar på den, så fortsætter chatten der.'
}
