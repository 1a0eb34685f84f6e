/** What the relay itself says on a phone, in the person's language. The page has its own strings. */
export interface PhoneTexts {
  draft(site: string): string
  linked(site: string, began: string): string
  askMirror: string
  howToRefuse: string
  howBack: string
  mirrorYes: string
  mirrorNo: string
  notMe: string
  shown: string
  notShown: string
  refused: string
  askForCode(site: string): string
  codeOver(site: string): string
  codeUsed: string
  tooManyCodes: string
  confirmNumber(site: string, host: string): string
  numberRefused: string
  wayBack(site: string, url: string): string
  wayBackSent: string
  stopped(site: string): string
  started(site: string): string
  answerWith: string
  fileMissing: string
}

const en: PhoneTexts = {
  draft: site => `Continue my chat from ${site}`,
  linked: (site, began) =>
    `You are now chatting with ${site} here. This goes on from the chat that began on the site ${began}.`,
  askMirror: 'Show what we say here on the site too?',
  howToRefuse: 'Not your chat? Reply NOT ME.',
  howBack: 'Reply LINK for a way back to the site.',
  mirrorYes: 'Yes, show it',
  mirrorNo: 'No, keep it here',
  notMe: 'Not my chat',
  shown: 'Done. The chat shows on the site too.',
  notShown: 'Fine. What we say here stays here.',
  refused: 'Thanks for telling us. This phone is no longer part of that chat.',
  askForCode: site =>
    `Were you chatting on ${site}? Send the code shown there, and we go on where you were. Otherwise just go on here.`,
  codeOver: site =>
    `That code is no longer valid. Get a new one in the chat on ${site}, or just go on here.`,
  codeUsed: 'That code has been used already. Get a new one in the chat, or just go on here.',
  tooManyCodes: 'That is too many codes for now. Please wait an hour and try again.',
  confirmNumber: (site, host) =>
    `${site}: reply YES to go on with your chat from ${host} here. Didn't ask for this? Ignore it, or reply STOP.`,
  numberRefused: 'Fine. We will not write here.',
  wayBack: (site, url) => `Back to the chat on ${site} (works once, for 15 minutes): ${url}`,
  wayBackSent: 'A link back to the site',
  stopped: site => `You will get no more messages from ${site} here. Reply START to undo.`,
  started: site => `You will get messages from ${site} here again.`,
  answerWith: 'Reply with:',
  fileMissing: '[A file that could not be fetched]'
}

const sv: PhoneTexts = {
  draft: site => `Fortsätt min chatt från ${site}`,
  linked: (site, began) =>
    `Nu chattar du med ${site} här. Vi fortsätter chatten som började på sajten ${began}.`,
  askMirror: 'Ska det vi skriver här visas på sajten också?',
  howToRefuse: 'Inte din chatt? Svara INTE JAG.',
  howBack: 'Svara LÄNK för en väg tillbaka till sajten.',
  mirrorYes: 'Ja, visa det',
  mirrorNo: 'Nej, bara här',
  notMe: 'Inte min chatt',
  shown: 'Klart. Chatten visas på sajten också.',
  notShown: 'Då stannar det vi skriver här.',
  refused: 'Tack för att du säger till. Den här telefonen hör inte längre till den chatten.',
  askForCode: site =>
    `Chattade du på ${site}? Skicka koden som visas där, så fortsätter vi där du var. Annars är det bara att skriva här.`,
  codeOver: site =>
    `Koden gäller inte längre. Hämta en ny i chatten på ${site}, eller fortsätt här.`,
  codeUsed: 'Koden är redan använd. Hämta en ny i chatten, eller fortsätt här.',
  tooManyCodes: 'Det var för många koder just nu. Vänta en timme och försök igen.',
  confirmNumber: (site, host) =>
    `${site}: svara JA för att fortsätta din chatt från ${host} här. Var det inte du? Strunta i detta, eller svara STOPP.`,
  numberRefused: 'Då skriver vi inte här.',
  wayBack: (site, url) =>
    `Tillbaka till chatten på ${site} (fungerar en gång, i 15 minuter): ${url}`,
  wayBackSent: 'En länk tillbaka till sajten',
  stopped: site => `Du får inga fler meddelanden från ${site} här. Svara START för att ångra.`,
  started: site => `Du får meddelanden från ${site} här igen.`,
  answerWith: 'Svara med:',
  fileMissing: '[En fil som inte gick att hämta]'
}

/** Every language we speak, by its BCP 47 tag. */
export const languages: ReadonlyMap<string, PhoneTexts> = new Map([
  ['en', en],
  ['sv', sv]
])

/** The texts in the first of these languages we speak (BCP 47), else in English. */
export function phoneTexts(...preferred: (string | null | undefined)[]): PhoneTexts {
  for (const language of preferred) {
    const texts = language && languages.get(language.toLowerCase().split('-')[0]!)
    if (texts) return texts
  }
  return en
}
