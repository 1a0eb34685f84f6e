import type { PhoneTemplates } from './templates.ts'

/** What the relay itself says on a phone, in Finnish. */
export const fi: PhoneTemplates = {
  draft: 'Jatkan keskustelua sivustolta {site}',
  linked: 'Keskustelet nyt täällä: {site}. Jatkamme siitä, mikä alkoi sivustolla {began}.',
  askMirror: 'Näytetäänkö täällä kirjoitettu myös sivustolla?',
  howToRefuse: 'Eikö tämä ole sinun keskustelusi? Vastaa EN MINÄ.',
  howBack: 'Vastaa LINKKI, niin pääset takaisin sivustolle.',
  mirrorYes: 'Kyllä, näytä',
  mirrorNo: 'Ei, vain täällä',
  notMe: 'Ei minun',
  shown: 'Valmista. Keskustelu näkyy myös sivustolla.',
  notShown: 'Selvä. Täällä kirjoitettu pysyy täällä.',
  refused: 'Kiitos tiedosta. Tämä puhelin ei enää kuulu siihen keskusteluun.',
  askForCode:
    'Keskustelitko sivustolla {site}? Lähetä siellä näkyvä koodi, niin jatkamme siitä mihin jäit. Muuten voit vain kirjoittaa tähän.',
  codeOver: 'Koodi ei ole enää voimassa. Hae uusi chatista ({site}) tai jatka tässä.',
  codeUsed: 'Koodi on jo käytetty. Hae uusi chatista tai jatka tässä.',
  tooManyCodes: 'Koodeja tuli liian monta. Odota tunti ja yritä uudelleen.',
  confirmNumber:
    '{site}: vastaa KYLLÄ, niin jatkamme täällä keskusteluasi sivustolta {host}. Etkö pyytänyt tätä? Jätä viesti huomiotta tai vastaa STOP.',
  numberRefused: 'Selvä. Emme kirjoita tänne.',
  wayBack: 'Takaisin chattiin, {site} (toimii kerran, 15 minuutin ajan): {url}',
  wayBackSent: 'Linkki takaisin sivustolle',
  stopped: 'Et saa enää viestejä lähettäjältä {site}. Peru vastaamalla START.',
  started: 'Saat taas viestejä lähettäjältä {site}.',
  answerWith: 'Vastaa:',
  choose: 'Valitse',
  answerWithNumber: 'Vastaa valintasi numerolla.',
  fileMissing: '[Tiedosto, jota ei voitu hakea]',
  newMessage: 'Sinulle on uusi viesti: {site}'
}
