import type { Texts } from './words.ts'

/** Everything the widget says, in Dutch. */
export const nl: Texts = {
  chat: 'Chat',
  chatWith: 'Chat met {site}',
  openChat: 'Chat openen',
  closeChat: 'Chat sluiten',
  usuallyReplies: 'Antwoordt meestal binnen een paar minuten',
  repliesWithin: 'Antwoordt meestal binnen {time}',
  reconnecting: 'Opnieuw verbinden. Wat je schrijft, wordt bewaard en verstuurd.',
  back: 'Terug naar de chat',
  sound: 'Geluid bij nieuwe berichten',

  closedNow: 'We zijn nu gesloten',
  backToday: 'We zijn er om {time} weer',
  backTomorrow: 'We zijn er morgen om {time} weer',
  backOn: 'We zijn er {day} om {time} weer',
  leaveMessage: 'Laat een bericht achter, dan antwoorden we zodra we er weer zijn.',
  answerOnPhone: 'Antwoord op je telefoon krijgen',

  messages: 'Berichten',
  today: 'Vandaag',
  yesterday: 'Gisteren',
  you: 'Jij',
  via: 'via {network}',
  sending: 'Wordt verstuurd',
  sent: 'Verstuurd',
  delivered: 'Afgeleverd',
  read: 'Gelezen',
  failed: 'Niet verstuurd',
  tooLong: 'Te lang om te versturen. Splits het in tweeën.',
  tryAgain: 'Opnieuw proberen',
  remove: 'Verwijderen',
  typing: '{name} schrijft',
  someone: 'Iemand',
  edited: 'Gewijzigd',
  removed: 'Dit bericht is teruggenomen',
  newMessages: { one: '{count} nieuw bericht', other: '{count} nieuwe berichten' },
  earlier: 'Eerdere berichten',
  greeting: 'Hallo. Waarmee kunnen we je helpen?',
  opensInNewTab: 'opent in een nieuw tabblad',

  writeMessage: 'Schrijf een bericht',
  send: 'Versturen',

  note: {
    linked: 'De chat gaat verder via {network}',
    unlinked: 'De chat gaat niet meer verder via {network}',
    returned: 'Welkom terug. Wat op je telefoon is geschreven, staat hier.',
    shown: 'Wat via {network} wordt geschreven, staat ook hier',
    notShown: 'Wat via {network} wordt geschreven, staat hier niet',
    texted: 'We hebben je een sms gestuurd. Beantwoord die om daar verder te gaan.',
    joined: '{name} is er nu voor je',
    closed: 'De chat is beëindigd. Schrijf iets om hem weer te openen.'
  },

  networkName: { whatsapp: 'WhatsApp', sms: 'sms', other: '{network}' },
  continueOnPhone: 'Verder op je telefoon',
  continueOn: 'Verder via {network}',
  takeItWithYou: 'Neem de chat mee. Alles wat hier is geschreven, gaat mee.',
  offered: 'Zullen we via {network} verdergaan?',
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
  oneMoment: 'Een ogenblik',
  waiting: 'We wachten op je bericht…',
  finishByHand: 'Geen bericht dat klaarstaat? Stuur de code zelf naar het nummer.',
  codeExpired: 'Deze code is verlopen.',
  newCode: 'Nieuwe code krijgen',
  handoffFailed: 'De chat is niet bereikbaar. Controleer je verbinding en probeer het opnieuw.',
  handoffLimited:
    'Dat waren veel pogingen in korte tijd. Wacht een paar minuten en probeer het opnieuw.',
  orByNumber: 'Of typ je nummer, dan sturen we je een sms',
  textMe: 'Sms mij',
  numberConsent:
    'Door op de knop te drukken ga je ermee akkoord dat {site} een sms naar dit nummer stuurt. Meer sturen we niet, tenzij je antwoordt.',
  badNumber: 'We herkennen dat nummer niet. Begin met het land, zoals in +31 6 12345678.',
  textedNumber: 'We hebben {number} een sms gestuurd. Beantwoord die en de chat gaat daar verder.',
  linkedBody: 'Je kunt deze pagina sluiten wanneer je wilt. Er gaat niets verloren.',
  notShownYet: 'Wat daar wordt geschreven, staat hier pas als je dat op je telefoon goedkeurt.',
  notShown: 'Wat daar wordt geschreven, staat hier niet.',
  shownHere: 'Wat daar wordt geschreven, staat ook hier.',
  stopShowing: 'Niet meer hier tonen'
}
