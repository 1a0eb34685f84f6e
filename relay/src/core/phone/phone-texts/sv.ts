import type { PhoneTemplates } from './templates.ts'

/** What the relay itself says on a phone, in Swedish. */
export const sv: PhoneTemplates = {
  draft: 'Fortsätt min chatt från {site}',
  linked: 'Nu chattar du med {site} här. Vi fortsätter chatten som började på sajten {began}.',
  askMirror: 'Ska det vi skriver här visas på sajten också?',
  howToRefuse: 'Inte din chatt? Svara INTE JAG.',
  howBack: 'Svara LÄNK för en väg tillbaka till sajten.',
  mirrorYes: 'Ja, visa det',
  mirrorNo: 'Nej, bara här',
  notMe: 'Inte min chatt',
  shown: 'Klart. Chatten visas på sajten också.',
  notShown: 'Då stannar det vi skriver här.',
  refused: 'Tack för att du säger till. Den här telefonen hör inte längre till den chatten.',
  askForCode:
    'Chattade du på {site}? Skicka koden som visas där, så fortsätter vi där du var. Annars är det bara att skriva här.',
  codeOver: 'Koden gäller inte längre. Hämta en ny i chatten på {site}, eller fortsätt här.',
  codeUsed: 'Koden är redan använd. Hämta en ny i chatten, eller fortsätt här.',
  tooManyCodes: 'Det var för många koder just nu. Vänta en timme och försök igen.',
  confirmNumber:
    '{site}: svara JA för att fortsätta din chatt från {host} här. Var det inte du? Strunta i detta, eller svara STOPP.',
  numberRefused: 'Då skriver vi inte här.',
  wayBack: 'Tillbaka till chatten på {site} (fungerar en gång, i 15 minuter): {url}',
  wayBackSent: 'En länk tillbaka till sajten',
  stopped: 'Du får inga fler meddelanden från {site} här. Svara START för att ångra.',
  started: 'Du får meddelanden från {site} här igen.',
  answerWith: 'Svara med:',
  choose: 'Välj',
  answerWithNumber: 'Svara med numret på ditt val.',
  fileMissing: '[En fil som inte gick att hämta]',
  newMessage: 'Du har ett nytt meddelande från {site}'
}
