import type { PhoneTemplates } from './templates.ts'

/** What the relay itself says on a phone, in Danish. */
export const da: PhoneTemplates = {
  draft: 'Fortsæt min chat fra {site}',
  linked: 'Nu chatter du med {site} her. Vi fortsætter den chat, der begyndte på siden {began}.',
  askMirror: 'Skal det, vi skriver her, også vises på siden?',
  howToRefuse: 'Ikke din chat? Svar IKKE MIG.',
  howBack: 'Svar LINK for at komme tilbage til siden.',
  mirrorYes: 'Ja, vis det',
  mirrorNo: 'Nej, kun her',
  notMe: 'Ikke min chat',
  shown: 'Klaret. Chatten vises også på siden.',
  notShown: 'Helt i orden. Det, vi skriver her, bliver her.',
  refused: 'Tak, fordi du siger til. Denne telefon hører ikke længere til den chat.',
  askForCode:
    'Chattede du på {site}? Send koden, der vises der, så fortsætter vi, hvor du slap. Ellers kan du bare skrive her.',
  codeOver: 'Koden gælder ikke længere. Få en ny i chatten på {site}, eller fortsæt bare her.',
  codeUsed: 'Koden er allerede brugt. Få en ny i chatten, eller fortsæt bare her.',
  tooManyCodes: 'Det var for mange koder lige nu. Vent en time, og prøv igen.',
  confirmNumber:
    '{site}: svar JA for at fortsætte din chat fra {host} her. Var det ikke dig? Se bort fra denne besked, eller svar STOP.',
  numberRefused: 'Helt i orden. Vi skriver ikke her.',
  wayBack: 'Tilbage til chatten på {site} (virker én gang, i 15 minutter): {url}',
  wayBackSent: 'Et link tilbage til siden',
  stopped: 'Du får ikke flere beskeder fra {site} her. Svar START for at fortryde.',
  started: 'Du får igen beskeder fra {site} her.',
  answerWith: 'Svar med:',
  choose: 'Vælg',
  answerWithNumber: 'Svar med nummeret på dit valg.',
  fileMissing: '[En fil, der ikke kunne hentes]',
  newMessage: 'Du har en ny besked fra {site}'
}
