import type { Words } from './en.ts'

const names = new Map([
  ['whatsapp', 'WhatsApp'],
  ['sms', 'sms']
])
const nameOf = (network: string): string => names.get(network) ?? network
const on = (network: string): string => (network === 'sms' ? 'via sms' : `i ${nameOf(network)}`)

/** Everything the widget says, in Swedish. */
export const sv: Words = {
  chat: 'Chatt',
  chatWith: site => `Chatta med ${site}`,
  openChat: 'Öppna chatten',
  closeChat: 'Stäng chatten',
  usuallyReplies: 'Svarar oftast inom några minuter',
  reconnecting: 'Återansluter. Det du skriver sparas och skickas.',
  back: 'Tillbaka till chatten',

  messages: 'Meddelanden',
  today: 'I dag',
  yesterday: 'I går',
  you: 'Du',
  via: network => `via ${nameOf(network)}`,
  sending: 'Skickas',
  sent: 'Skickat',
  delivered: 'Levererat',
  read: 'Läst',
  failed: 'Inte skickat',
  tooLong: 'För långt att skicka. Dela det i två.',
  tryAgain: 'Försök igen',
  remove: 'Ta bort',
  typing: name => `${name} skriver`,
  edited: 'Ändrat',
  removed: 'Meddelandet har tagits tillbaka',
  someone: 'Någon',
  newMessages: count => (count === 1 ? '1 nytt meddelande' : `${count} nya meddelanden`),
  earlier: 'Tidigare meddelanden',
  greeting: 'Hej. Vad kan vi hjälpa dig med?',
  opensInNewTab: 'öppnas i en ny flik',

  writeMessage: 'Skriv ett meddelande',
  send: 'Skicka',

  note: {
    linked: ({ network, display }) =>
      `Chatten fortsätter ${on(network)}${display && ` (${display})`}`,
    unlinked: ({ network }) => `Chatten fortsätter inte längre ${on(network)}`,
    returned: () => 'Välkommen tillbaka. Det som sades i telefonen finns här.',
    shown: ({ network }) => `Det som sägs ${on(network)} syns också här`,
    notShown: ({ network }) => `Det som sägs ${on(network)} syns inte här`,
    texted: () => 'Vi har skickat ett sms till din telefon. Svara på det för att fortsätta där.',
    joined: ({ name }) => `${name} är med dig nu`,
    closed: () => 'Chatten är avslutad. Skriv för att öppna den igen.'
  },

  network: nameOf,
  continueOnPhone: 'Fortsätt i telefonen',
  continueOn: network => `Fortsätt ${on(network)}`,
  takeItWithYou: 'Ta med dig chatten. Allt som sagts här följer med.',
  offered: network => `Ska vi fortsätta ${on(network)}?`,
  whatHappens: (network, site) =>
    `${network === 'sms' ? 'Dina sms' : nameOf(network)} öppnas med ett färdigt meddelande. ` +
    `Skicka det, så fortsätter chatten där. Bara ${site} ser ditt nummer och det du skriver.`,
  openApp: network => (network === 'sms' ? 'Öppna dina sms' : `Öppna ${nameOf(network)}`),
  scan: 'Skanna med telefonen',
  showQr: 'Använd en annan telefon',
  number: 'Nummer',
  code: 'Kod',
  copy: 'Kopiera',
  copied: 'Kopierat',
  oneMoment: 'Ett ögonblick',
  waiting: 'Väntar på ditt meddelande…',
  finishByHand: 'Inget färdigt meddelande? Skicka koden till numret själv.',
  codeExpired: 'Koden har gått ut.',
  newCode: 'Hämta en ny kod',
  handoffFailed: 'Vi nådde inte chatten. Kontrollera anslutningen och försök igen.',
  handoffLimited: 'Det blev många försök på kort tid. Vänta några minuter och försök igen.',
  orByNumber: 'Eller skriv ditt nummer, så skickar vi ett sms',
  textMe: 'Skicka sms',
  numberConsent: site =>
    `När du trycker på knappen godkänner du att ${site} skickar ett sms till numret. ` +
    'Inget mer skickas om du inte svarar på det.',
  badNumber: 'Vi kan inte läsa numret. Börja med landet, som i +46 70 123 45 67.',
  textedNumber: number =>
    `Vi har skickat ett sms till ${number}. Svara på det, så fortsätter chatten där.`,
  linkedBody: 'Lägg undan sidan när du vill. Inget går förlorat.',
  notShownYet: 'Det som sägs där syns inte här förrän du har godkänt det i telefonen.',
  notShown: 'Det som sägs där syns inte här.',
  shownHere: 'Det som sägs där syns också här.',
  stopShowing: 'Sluta visa här'
}
