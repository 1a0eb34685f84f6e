import type { LateTexts } from '../words.ts'

export const da: LateTexts = {
  talks: {
    search: 'Søg i dine beskeder',
    hits: { one: '{count} besked fundet', other: '{count} beskeder fundet' },
    newest: 'De nyeste vises. Søg på flere ord for at finde andre.',
    noHits: 'Intet fundet',
    nothing: 'Der er ikke sagt noget endnu.',
    unread: { one: '{count} ulæst', other: '{count} ulæste' },
    ended: 'Afsluttet',
    reopens: 'Skriv for at åbne den igen.',
    begins: 'Det, du skriver, begynder en ny samtale.',
    start: 'Begynd en ny samtale',
    earlier: 'Tidligere samtaler',
    over: 'Samtalen er afsluttet.',
    backToList: 'Tilbage til dine samtaler',
    later: 'Senere beskeder'
  },
  before: {
    title: 'Før vi begynder',
    start: 'Start chatten',
    skip: 'Spring over',
    name: 'Navn',
    email: 'E-mail',
    phone: 'Telefonnummer',
    agree: 'Sæt kryds for at gå videre',
    wrong: { one: 'Ét svar skal ses efter', other: '{count} svar skal ses efter' }
  }
}
