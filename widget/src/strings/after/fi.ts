import type { AfterTexts } from '../words.ts'

export const fi: AfterTexts = {
  rating: {
    question: 'Miten onnistuimme?',
    awful: 'Erittäin huonosti',
    bad: 'Huonosti',
    fair: 'Kohtalaisesti',
    good: 'Hyvin',
    great: 'Erittäin hyvin',
    comment: 'Haluatko kertoa lisää?',
    send: 'Lähetä',
    thanks: 'Kiitos. Siitä on meille apua.'
  },
  transcript: {
    ask: 'Pyydä kopio sähköpostiin',
    email: 'Sähköpostiosoitteesi',
    send: 'Lähetä',
    sent: 'Kopio on matkalla osoitteeseen {email}.',
    unread: 'Emme saa osoitteesta selvää. Tarkista se vielä kerran.'
  },
  push: {
    ask: 'Ilmoita, kun vastaus tulee',
    on: 'Tämä selain ilmoittaa, kun vastaus tulee.',
    stop: 'Lopeta ilmoitukset',
    denied: 'Selaimesi ei sallinut sitä.'
  }
}
