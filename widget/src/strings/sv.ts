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
  unavailable: 'Chatten är inte tillgänglig här. Det du skriver sparas.',
  back: 'Tillbaka till chatten',
  sound: 'Ljud vid nya meddelanden',
  conversations: 'Dina konversationer',

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
  attach: 'Bifoga en fil',
  uploading: 'Laddar upp {name}',
  fileReady: '{name} är klar att skickas',
  fileTooLarge: '{name} är för stor. Högst {size} får plats.',
  fileKind: '{name} är av ett slag som vi inte kan ta emot.',
  tooManyFiles: 'Högst tio filer får plats i ett meddelande.',
  uploadFailed: '{name} kom inte fram.',
  uploadLimited: 'Det blev många filer på kort tid. Försök igen senare.',
  removeFile: 'Ta bort {name}',
  dropFiles: 'Släpp filer här',
  chooseAnswer: 'Välj ett svar',
  place: '{count} av {total}',
  previous: 'Föregående',
  next: 'Nästa',
  optional: 'frivilligt',
  fillIn: 'Fyll i det här',
  checkThis: 'Kontrollera det här: det ser inte rätt ut',
  answered: 'Besvarat',

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
    closed: 'Chatten är avslutad.'
  },

  networkName: { whatsapp: 'WhatsApp', sms: 'sms', other: '{network}' },
  continueOnPhone: 'Fortsätt i telefonen',
  continueOn: { sms: 'Fortsätt via sms', other: 'Fortsätt i {network}' },
  offered: { sms: 'Ska vi fortsätta via sms?', other: 'Ska vi fortsätta i {network}?' },
  oneMoment: 'Ett ögonblick',
  handoffFailed: 'Vi nådde inte chatten. Kontrollera anslutningen och försök igen.',
  handoffLimited: 'Det blev många försök på kort tid. Vänta några minuter och försök igen.',
  notShownYet: 'Det som sägs där syns inte här förrän du har godkänt det i telefonen.',
  notShown: 'Det som sägs där syns inte här.',
  shownHere: 'Det som sägs där syns också här.',
  stopShowing: 'Sluta visa här'
}
