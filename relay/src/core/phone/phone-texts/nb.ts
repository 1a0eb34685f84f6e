import type { PhoneTemplates } from './templates.ts'

/** What the relay itself says on a phone, in Norwegian (bokmål). */
export const nb: PhoneTemplates = {
  draft: 'Fortsett chatten min fra {site}',
  linked: 'Nå chatter du med {site} her. Vi fortsetter chatten som begynte på nettstedet {began}.',
  askMirror: 'Skal det vi skriver her, vises på nettstedet også?',
  howToRefuse: 'Ikke din chat? Svar IKKE MEG.',
  howBack: 'Svar LENKE for å komme tilbake til nettstedet.',
  mirrorYes: 'Ja, vis det',
  mirrorNo: 'Nei, bare her',
  notMe: 'Ikke min chat',
  shown: 'Ordnet. Chatten vises på nettstedet også.',
  notShown: 'Greit. Det vi skriver her, blir her.',
  refused: 'Takk for at du sier fra. Denne telefonen hører ikke lenger til den chatten.',
  askForCode:
    'Chattet du på {site}? Send koden som vises der, så fortsetter vi der du var. Ellers kan du bare skrive her.',
  codeOver: 'Koden gjelder ikke lenger. Hent en ny i chatten på {site}, eller bare fortsett her.',
  codeUsed: 'Koden er allerede brukt. Hent en ny i chatten, eller bare fortsett her.',
  tooManyCodes: 'Det ble for mange koder akkurat nå. Vent en time og prøv igjen.',
  confirmNumber:
    '{site}: svar JA for å fortsette chatten din fra {host} her. Var det ikke du som spurte? Se bort fra dette, eller svar STOPP.',
  numberRefused: 'Greit. Vi skriver ikke her.',
  wayBack: 'Tilbake til chatten på {site} (virker én gang, i 15 minutter): {url}',
  wayBackSent: 'En lenke tilbake til nettstedet',
  stopped: 'Du får ikke flere meldinger fra {site} her. Svar START for å angre.',
  started: 'Du får meldinger fra {site} her igjen.',
  answerWith: 'Svar med:',
  choose: 'Velg',
  answerWithNumber: 'Svar med nummeret på valget ditt.',
  fileMissing: '[En fil som ikke kunne hentes]',
  newMessage: 'Du har en ny melding fra {site}'
}
