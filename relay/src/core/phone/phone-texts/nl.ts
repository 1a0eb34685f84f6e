import type { PhoneTemplates } from './templates.ts'

/** What the relay itself says on a phone, in Dutch. */
export const nl: PhoneTemplates = {
  draft: 'Ik ga hier verder met mijn chat van {site}',
  linked: 'Je chat nu hier met {site}. We gaan verder met de chat die op de site begon ({began}).',
  askMirror: 'Zullen we wat we hier schrijven ook op de site tonen?',
  howToRefuse: 'Niet jouw chat? Antwoord NIET IK.',
  howBack: 'Antwoord LINK om terug te gaan naar de site.',
  mirrorYes: 'Ja, toon het',
  mirrorNo: 'Nee, alleen hier',
  notMe: 'Niet mijn chat',
  shown: 'Gelukt. De chat staat ook op de site.',
  notShown: 'Prima. Wat we hier schrijven, blijft hier.',
  refused: 'Bedankt voor het melden. Deze telefoon hoort niet meer bij die chat.',
  askForCode:
    'Was je aan het chatten op {site}? Stuur de code die daar staat, dan gaan we verder waar je was. Anders kun je gewoon hier schrijven.',
  codeOver:
    'Die code is niet meer geldig. Vraag een nieuwe in de chat op {site}, of ga gewoon hier verder.',
  codeUsed: 'Die code is al gebruikt. Vraag een nieuwe in de chat, of ga gewoon hier verder.',
  tooManyCodes: 'Dat waren te veel codes. Wacht een uur en probeer het opnieuw.',
  confirmNumber:
    '{site}: antwoord JA om hier verder te gaan met je chat van {host}. Niet door jou gevraagd? Negeer dit bericht of antwoord STOP.',
  numberRefused: 'Prima. We schrijven hier niet.',
  wayBack: 'Terug naar de chat op {site} (werkt 1 keer, 15 minuten lang): {url}',
  wayBackSent: 'Een link terug naar de site',
  stopped:
    'Je krijgt hier geen berichten meer van {site}. Antwoord START om dat ongedaan te maken.',
  started: 'Je krijgt hier weer berichten van {site}.',
  answerWith: 'Antwoord met:',
  choose: 'Kiezen',
  answerWithNumber: 'Antwoord met het nummer van je keuze.',
  fileMissing: '[Een bestand dat niet kon worden opgehaald]',
  newMessage: 'U hebt een nieuw bericht van {site}'
}
