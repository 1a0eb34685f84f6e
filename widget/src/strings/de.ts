import type { Texts } from './words.ts'

/** Everything the widget says, in German. */
export const de: Texts = {
  chat: 'Chat',
  chatWith: 'Chat mit {site}',
  openChat: 'Chat öffnen',
  closeChat: 'Chat schließen',
  usuallyReplies: 'Antwortet meist in wenigen Minuten',
  repliesWithin: 'Übliche Antwortzeit: {time}',
  reconnecting: 'Verbindung wird wiederhergestellt. Was Sie schreiben, geht nicht verloren.',
  unavailable: 'Der Chat ist hier nicht verfügbar. Was Sie schreiben, geht nicht verloren.',
  back: 'Zurück zum Chat',
  sound: 'Ton bei neuen Nachrichten',
  conversations: 'Ihre Gespräche',

  closedNow: 'Wir haben gerade geschlossen',
  backToday: 'Wir sind um {time} Uhr wieder da',
  backTomorrow: 'Wir sind morgen um {time} Uhr wieder da',
  backOn: 'Wir sind {day} um {time} Uhr wieder da',
  leaveMessage: 'Schreiben Sie uns trotzdem: Wir antworten, sobald wir wieder da sind.',
  answerOnPhone: 'Antwort aufs Handy bekommen',

  messages: 'Nachrichten',
  today: 'Heute',
  yesterday: 'Gestern',
  you: 'Sie',
  via: 'über {network}',
  sending: 'Wird gesendet',
  sent: 'Gesendet',
  delivered: 'Zugestellt',
  read: 'Gelesen',
  failed: 'Nicht gesendet',
  tooLong: 'Zu lang zum Senden. Bitte in zwei Nachrichten aufteilen.',
  tryAgain: 'Erneut versuchen',
  remove: 'Entfernen',
  typing: '{name} schreibt',
  someone: 'Jemand',
  edited: 'Geändert',
  removed: 'Diese Nachricht wurde zurückgenommen',
  newMessages: { one: '{count} neue Nachricht', other: '{count} neue Nachrichten' },
  earlier: 'Frühere Nachrichten',
  greeting: 'Guten Tag. Wie können wir Ihnen helfen?',
  opensInNewTab: 'öffnet sich in einem neuen Tab',

  writeMessage: 'Nachricht schreiben',
  send: 'Senden',
  attach: 'Datei anhängen',
  uploading: '{name} wird hochgeladen',
  fileReady: '{name} kann gesendet werden',
  fileTooLarge: '{name} ist zu groß. Höchstens {size} passen.',
  fileKind: '{name} ist von einer Art, die wir nicht annehmen können.',
  tooManyFiles: 'In eine Nachricht passen höchstens zehn Dateien.',
  uploadFailed: '{name} kam nicht an.',
  uploadLimited: 'Das waren viele Dateien in kurzer Zeit. Versuchen Sie es später erneut.',
  removeFile: '{name} entfernen',
  dropFiles: 'Dateien hier ablegen',
  chooseAnswer: 'Wählen Sie eine Antwort',
  place: '{count} von {total}',
  previous: 'Zurück',
  next: 'Weiter',
  optional: 'freiwillig',
  fillIn: 'Bitte ausfüllen',
  checkThis: 'Bitte prüfen: Das sieht nicht richtig aus',
  answered: 'Beantwortet',

  note: {
    linked: { sms: 'Der Chat geht per SMS weiter', other: 'Der Chat geht in {network} weiter' },
    unlinked: {
      sms: 'Der Chat geht nicht mehr per SMS weiter',
      other: 'Der Chat geht nicht mehr in {network} weiter'
    },
    returned: 'Willkommen zurück. Was am Handy geschrieben wurde, steht hier.',
    shown: {
      sms: 'Was per SMS geschrieben wird, erscheint auch hier',
      other: 'Was in {network} geschrieben wird, erscheint auch hier'
    },
    notShown: {
      sms: 'Was per SMS geschrieben wird, erscheint hier nicht',
      other: 'Was in {network} geschrieben wird, erscheint hier nicht'
    },
    texted: 'Wir haben Ihnen eine SMS geschickt. Antworten Sie darauf, um dort weiterzuschreiben.',
    joined: '{name} ist jetzt für Sie da',
    closed: 'Der Chat ist beendet.'
  },

  networkName: { whatsapp: 'WhatsApp', sms: 'SMS', other: '{network}' },
  continueOnPhone: 'Am Handy weiterschreiben',
  continueOn: { sms: 'Per SMS weiterschreiben', other: 'In {network} weiterschreiben' },
  offered: {
    sms: 'Wollen wir per SMS weiterschreiben?',
    other: 'Wollen wir in {network} weiterschreiben?'
  },
  oneMoment: 'Einen Moment',
  handoffFailed:
    'Der Chat ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  handoffLimited:
    'Das waren viele Versuche in kurzer Zeit. Warten Sie ein paar Minuten und versuchen Sie es erneut.',
  notShownYet: 'Was dort geschrieben wird, erscheint hier erst, wenn Sie am Handy zustimmen.',
  notShown: 'Was dort geschrieben wird, erscheint hier nicht.',
  shownHere: 'Was dort geschrieben wird, erscheint auch hier.',
  stopShowing: 'Hier nicht mehr anzeigen'
}
