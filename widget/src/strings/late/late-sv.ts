import type { LateTexts } from '../words.ts'

export const sv: LateTexts = {
  talks: {
    search: 'Sök i dina meddelanden',
    hits: { one: '{count} meddelande hittades', other: '{count} meddelanden hittades' },
    newest: 'De senaste visas. Sök på fler ord för att hitta andra.',
    noHits: 'Inget hittades',
    nothing: 'Inget har sagts än.',
    unread: { one: '{count} oläst', other: '{count} olästa' },
    ended: 'Avslutad',
    reopens: 'Skriv för att öppna den igen.',
    begins: 'Det du skriver börjar en ny konversation.',
    start: 'Börja en ny konversation',
    earlier: 'Tidigare konversationer',
    over: 'Konversationen är avslutad.',
    backToList: 'Tillbaka till dina konversationer',
    later: 'Senare meddelanden'
  },
  before: {
    title: 'Innan vi börjar',
    start: 'Börja chatta',
    skip: 'Hoppa över',
    name: 'Namn',
    email: 'E-post',
    phone: 'Telefonnummer',
    agree: 'Kryssa i för att gå vidare',
    wrong: { one: 'Ett svar behöver ses över', other: '{count} svar behöver ses över' }
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
  transcript: {
    ask: 'Få en kopia med e-post',
    email: 'Din e-postadress',
    send: 'Skicka den',
    sent: 'En kopia är på väg till {email}.',
    unread: 'Vi kan inte läsa adressen. Titta på den en gång till.'
  },
  push: {
    ask: 'Säg till när det finns ett svar',
    on: 'Den här webbläsaren säger till när det finns ett svar.',
    stop: 'Sluta säga till',
    denied: 'Din webbläsare tillät det inte.'
  },
  takeItWithYou: 'Ta med dig chatten. Allt som sagts här följer med.',
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
  waiting: 'Väntar på ditt meddelande…',
  finishByHand: 'Inget färdigt meddelande? Skicka koden till numret själv.',
  linkedBody: 'Lägg undan sidan när du vill. Inget går förlorat.',
  codeExpired: 'Koden har gått ut.',
  newCode: 'Hämta en ny kod',
  orByNumber: 'Eller skriv ditt nummer, så skickar vi ett sms',
  textMe: 'Skicka sms',
  numberConsent:
    'När du trycker på knappen godkänner du att {site} skickar ett sms till numret. Inget mer skickas om du inte svarar på det.',
  badNumber: 'Vi kan inte läsa numret. Börja med landet, som i +46 70 123 45 67.',
  textedNumber: 'Vi har skickat ett sms till {number}. Svara på det, så fortsätter chatten där.'
}
