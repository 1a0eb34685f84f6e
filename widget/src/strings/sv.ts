import type { Texts } from './words.ts'

/** Everything the widget says, in Swedish. */
export const sv: Texts = {
  chat: 'Chatt',
  chatWith: 'Chatta med {site}',
  openChat: 'Öppna chatten',
  closeChat: 'Stäng chatten',
  usuallyReplies: 'Svarar oftast inom några minuter',
  repliesWithin: 'Svarar oftast inom {time}',
  reconnecting: 'Återansluter. Det du skriver sparas och skickas.',
  back: 'Tillbaka till chatten',
  sound: 'Ljud vid nya meddelanden',

  closedNow: 'Vi har stängt just nu',
  backToday: 'Vi är tillbaka kl. {time}',
  backTomorrow: 'Vi är tillbaka i morgon kl. {time}',
  backOn: 'Vi är tillbaka {day} kl. {time}',
  leaveMessage: 'Skriv ändå, så svarar vi så snart vi är tillbaka.',
  answerOnPhone: 'Få svaret i telefonen',

  messages: 'Meddelanden',
  today: 'I dag',
  yesterday: 'I går',
  you: 'Du',
  via: 'via {network}',
  sending: 'Skickas',
  sent: 'Skickat',
  delivered: 'Levererat',
  read: 'Läst',
  failed: 'Inte skickat',
  tooLong: 'För långt att skicka. Dela det i två.',
  tryAgain: 'Försök igen',
  remove: 'Ta bort',
  typing: '{name} skriver',
  someone: 'Någon',
  edited: 'Ändrat',
  removed: 'Meddelandet har tagits tillbaka',
  newMessages: { one: '{count} nytt meddelande', other: '{count} nya meddelanden' },
  earlier: 'Tidigare meddelanden',
  greeting: 'Hej. Vad kan vi hjälpa dig med?',
  opensInNewTab: 'öppnas i en ny flik',

  writeMessage: 'Skriv ett meddelande',
  send: 'Skicka',

  note: {
    linked: { sms: 'Chatten fortsätter via sms', other: 'Chatten fortsätter i {network}' },
    unlinked: {
      sms: 'Chatten fortsätter inte längre via sms',
      other: 'Chatten fortsätter inte längre i {network}'
    },
    returned: 'Välkommen tillbaka. Det som sades i telefonen finns här.',
    shown: {
      sms: 'Det som sägs via sms syns också här',
      other: 'Det som sägs i {network} syns också här'
    },
    notShown: {
      sms: 'Det som sägs via sms syns inte här',
      other: 'Det som sägs i {network} syns inte här'
    },
    texted: 'Vi har skickat ett sms till din telefon. Svara på det för att fortsätta där.',
    joined: '{name} är med dig nu',
    closed: 'Chatten är avslutad. Skriv för att öppna den igen.'
  },
  rating: {
    question: 'Hur gick det?',
    awful: 'Mycket dåligt',
    bad: 'Dåligt',
    fair: 'Okej',
    good: 'Bra',
    great: 'Mycket bra',
    comment: 'Vill du berätta mer?',
    send: 'Skicka',
    thanks: 'Tack. Det hjälper oss.'
  },

  networkName: { whatsapp: 'WhatsApp', sms: 'sms', other: '{network}' },
  continueOnPhone: 'Fortsätt i telefonen',
  continueOn: { sms: 'Fortsätt via sms', other: 'Fortsätt i {network}' },
  takeItWithYou: 'Ta med dig chatten. Allt som sagts här följer med.',
  offered: { sms: 'Ska vi fortsätta via sms?', other: 'Ska vi fortsätta i {network}?' },
  whatHappens: {
    sms: 'Dina sms öppnas med ett färdigt meddelande. Skicka det, så fortsätter chatten där. Bara {site} ser ditt nummer och det du skriver.',
    other:
      '{network} öppnas med ett färdigt meddelande. Skicka det, så fortsätter chatten där. Bara {site} ser ditt nummer och det du skriver.'
  },
  openApp: { sms: 'Öppna dina sms', other: 'Öppna {network}' },
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
  numberConsent:
    'När du trycker på knappen godkänner du att {site} skickar ett sms till numret. Inget mer skickas om du inte svarar på det.',
  badNumber: 'Vi kan inte läsa numret. Börja med landet, som i +46 70 123 45 67.',
  textedNumber: 'Vi har skickat ett sms till {number}. Svara på det, så fortsätter chatten där.',
  linkedBody: 'Lägg undan sidan när du vill. Inget går förlorat.',
  notShownYet: 'Det som sägs där syns inte här förrän du har godkänt det i telefonen.',
  notShown: 'Det som sägs där syns inte här.',
  shownHere: 'Det som sägs där syns också här.',
  stopShowing: 'Sluta visa här'
}
