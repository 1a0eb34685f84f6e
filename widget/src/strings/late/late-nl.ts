import type { LateTexts } from '../words.ts'

export const nl: LateTexts = {
  talks: {
    search: 'Zoeken in je berichten',
    hits: { one: '{count} bericht gevonden', other: '{count} berichten gevonden' },
    newest: 'De nieuwste worden getoond. Zoek op meer woorden om andere te vinden.',
    noHits: 'Niets gevonden',
    nothing: 'Er is nog niets gezegd.',
    unread: { one: '{count} ongelezen', other: '{count} ongelezen' },
    ended: 'Beëindigd',
    reopens: 'Schrijf iets om hem weer te openen.',
    begins: 'Wat je schrijft, begint een nieuw gesprek.',
    start: 'Een nieuw gesprek beginnen',
    earlier: 'Eerdere gesprekken',
    over: 'Dit gesprek is beëindigd.',
    backToList: 'Terug naar je gesprekken',
    later: 'Latere berichten'
  },
  before: {
    title: 'Voor we beginnen',
    start: 'De chat starten',
    skip: 'Overslaan',
    name: 'Naam',
    email: 'E-mailadres',
    phone: 'Telefoonnummer',
    agree: 'Vink dit aan om door te gaan',
    wrong: { one: 'Eén antwoord klopt nog niet', other: '{count} antwoorden kloppen nog niet' }
  }
}
