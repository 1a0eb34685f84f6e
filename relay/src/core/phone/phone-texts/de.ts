import type { PhoneTemplates } from './templates.ts'

/** What the relay itself says on a phone, in German. */
export const de: PhoneTemplates = {
  draft: 'Mein Chat von {site} geht hier weiter',
  linked:
    'Sie chatten jetzt hier mit {site}. Es geht weiter mit dem Chat, der auf der Website begann ({began}).',
  askMirror: 'Soll auch auf der Website stehen, was wir hier schreiben?',
  howToRefuse: 'Nicht Ihr Chat? Antworten Sie NICHT ICH.',
  howBack: 'Mit LINK kommen Sie zurück zur Website.',
  mirrorYes: 'Ja, dort zeigen',
  mirrorNo: 'Nein, nur hier',
  notMe: 'Nicht mein Chat',
  shown: 'Erledigt. Der Chat steht auch auf der Website.',
  notShown: 'In Ordnung. Was wir hier schreiben, bleibt hier.',
  refused: 'Danke für den Hinweis. Dieses Telefon gehört nicht mehr zu dem Chat.',
  askForCode:
    'Haben Sie auf {site} gechattet? Senden Sie den Code, der dort steht, dann machen wir da weiter. Sonst schreiben Sie einfach hier.',
  codeOver:
    'Der Code gilt nicht mehr. Holen Sie im Chat auf {site} einen neuen, oder schreiben Sie einfach hier weiter.',
  codeUsed:
    'Der Code wurde schon benutzt. Holen Sie im Chat einen neuen, oder schreiben Sie einfach hier weiter.',
  tooManyCodes:
    'Das waren zu viele Codes. Bitte warten Sie eine Stunde und versuchen Sie es noch einmal.',
  confirmNumber:
    '{site}: Antworten Sie JA, um Ihren Chat von {host} hier fortzusetzen. Nicht von Ihnen? Ignorieren Sie diese Nachricht oder antworten Sie STOP.',
  numberRefused: 'In Ordnung. Wir schreiben hier nicht.',
  wayBack: 'Zurück zum Chat auf {site} (gilt einmal, 15 Minuten lang): {url}',
  wayBackSent: 'Ein Link zurück zur Website',
  stopped:
    'Sie bekommen hier keine Nachrichten von {site} mehr. Mit START machen Sie das rückgängig.',
  started: 'Sie bekommen hier wieder Nachrichten von {site}.',
  answerWith: 'Antworten Sie mit:',
  choose: 'Auswählen',
  answerWithNumber: 'Antworten Sie mit der Nummer Ihrer Wahl.',
  fileMissing: '[Eine Datei, die nicht geladen werden konnte]',
  newMessage: 'Sie haben eine neue Nachricht von {site}'
}
