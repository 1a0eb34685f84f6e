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
  openChatUnread: count =>
    count === 1 ? 'Öppna chatten, 1 nytt meddelande' : `Öppna chatten, ${count} nya meddelanden`,
  closeChat: 'Stäng chatten',
  usuallyReplies: 'Svarar oftast inom några minuter',
  reconnecting: 'Återansluter. Det du skriver sparas och skickas.',
  back: 'Tillbaka',

  messages: 'Meddelanden',
  today: 'I dag',
  yesterday: 'I går',
  you: 'Du',
  said: (who, text) => `${who}: ${text}`,
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
  someone: 'Någon',
  newMessages: count => (count === 1 ? '1 nytt meddelande' : `${count} nya meddelanden`),
  earlier: 'Tidigare meddelanden',
  loadingEarlier: 'Hämtar tidigare meddelanden',
  greeting: 'Hej. Vad kan vi hjälpa dig med?',
  peopleAsk: 'Många frågar',
  quickReplies: 'Färdiga svar',
  image: name => `Bild: ${name}`,
  file: (name, size) => `${name}, ${size}`,
  opensInNewTab: 'öppnas i en ny flik',

  writeMessage: 'Skriv ett meddelande',
  send: 'Skicka',

  noteLinked: (network, display) =>
    `Chatten fortsätter ${on(network)}${display && ` (${display})`}`,
  noteUnlinked: network => `Chatten fortsätter inte längre ${on(network)}`,
  noteReturned: 'Välkommen tillbaka. Det som sades i telefonen finns här.',
  noteShown: network => `Det som sägs ${on(network)} syns också här`,
  noteNotShown: network => `Det som sägs ${on(network)} syns inte längre här`,
  noteTexted: 'Vi har skickat ett sms till din telefon. Svara på det för att fortsätta där.',
  noteJoined: name => `${name} är med dig nu`,
  noteClosed: 'Chatten är avslutad. Skriv för att öppna den igen.',

  network: nameOf,
  continueOnPhone: 'Fortsätt i telefonen',
  continueElsewhere: 'Fortsätt någon annanstans',
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
  copyNumber: 'Kopiera numret',
  copyCode: 'Kopiera koden',
  copied: 'Kopierat',
  oneMoment: 'Ett ögonblick',
  waiting: 'Väntar på ditt meddelande…',
  finishByHand: 'Inget färdigt meddelande? Skicka koden till numret själv.',
  codeExpired: 'Koden har gått ut.',
  newCode: 'Hämta en ny kod',
  handoffFailed: 'Vi nådde inte chatten. Kontrollera anslutningen och försök igen.',
  handoffLimited: 'Det blev många försök på kort tid. Vänta några minuter och försök igen.',
  orByNumber: 'Eller skriv ditt nummer, så skickar vi ett sms',
  yourNumber: 'Ditt telefonnummer',
  textMe: 'Skicka sms',
  numberConsent: site =>
    `När du trycker på knappen godkänner du att ${site} skickar ett sms till numret. ` +
    'Inget mer skickas om du inte svarar på det.',
  badNumber: 'Vi kan inte läsa numret. Börja med landet, som i +46 70 123 45 67.',
  waitingForAnswer: 'Väntar på ditt svar…',
  textedNumber: number =>
    `Vi har skickat ett sms till ${number}. Svara på det, så fortsätter chatten där.`,
  anotherNumber: 'Använd ett annat nummer',
  linkedTitle: network => `Din chatt fortsätter ${on(network)}`,
  linkedBody: 'Lägg undan sidan när du vill. Inget går förlorat.',
  backToChat: 'Tillbaka till chatten',
  goesOn: network => `Chatten fortsätter ${on(network)}.`,
  notShownYet: 'Det som sägs där syns inte här förrän du har godkänt det i telefonen.',
  notShown: 'Det som sägs där syns inte här.',
  shownHere: 'Det som sägs där syns också här.',
  stopShowing: 'Sluta visa här'
}
