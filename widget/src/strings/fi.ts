import type { Texts } from './words.ts'

/** Everything the widget says, in Finnish. Names that cannot be inflected stand after a colon. */
export const fi: Texts = {
  chat: 'Chat',
  chatWith: 'Chat: {site}',
  openChat: 'Avaa chat',
  closeChat: 'Sulje chat',
  usuallyReplies: 'Vastaamme yleensä muutamassa minuutissa',
  repliesWithin: 'Vastausaika on yleensä {time}',
  reconnecting: 'Yhdistetään uudelleen. Kirjoittamasi säilyy ja lähetetään.',
  unavailable: 'Chat ei ole käytettävissä täällä. Kirjoittamasi säilyy.',
  back: 'Takaisin chattiin',
  sound: 'Ääni uusista viesteistä',
  conversations: 'Keskustelusi',

  closedNow: 'Olemme nyt kiinni',
  backToday: 'Palvelemme taas klo {time}',
  backTomorrow: 'Palvelemme taas huomenna klo {time}',
  backOn: 'Palvelemme taas: {day} klo {time}',
  leaveMessage: 'Jätä viesti, niin vastaamme heti kun olemme taas paikalla.',
  answerOnPhone: 'Ota vastaus puhelimeesi',

  messages: 'Viestit',
  today: 'Tänään',
  yesterday: 'Eilen',
  you: 'Sinä',
  via: { sms: 'tekstiviestillä', whatsapp: 'WhatsAppissa', other: '{network}' },
  sending: 'Lähetetään',
  sent: 'Lähetetty',
  delivered: 'Perillä',
  read: 'Luettu',
  failed: 'Ei lähetetty',
  tooLong: 'Liian pitkä lähetettäväksi. Jaa se kahtia.',
  tryAgain: 'Yritä uudelleen',
  remove: 'Poista',
  typing: '{name} kirjoittaa',
  someone: 'Joku',
  edited: 'Muokattu',
  removed: 'Viesti on vedetty takaisin',
  newMessages: { one: '{count} uusi viesti', other: '{count} uutta viestiä' },
  earlier: 'Aiemmat viestit',
  greeting: 'Hei. Miten voimme auttaa?',
  opensInNewTab: 'avautuu uuteen välilehteen',

  writeMessage: 'Kirjoita viesti',
  send: 'Lähetä',
  attach: 'Liitä tiedosto',
  uploading: 'Lähetetään tiedostoa {name}',
  fileReady: '{name} on valmis lähetettäväksi',
  fileTooLarge: '{name} on liian suuri. Enintään {size} mahtuu.',
  fileKind: '{name} on tyyppiä, jota emme voi ottaa vastaan.',
  tooManyFiles: 'Yhteen viestiin mahtuu enintään kymmenen tiedostoa.',
  uploadFailed: '{name} ei tullut perille.',
  uploadLimited: 'Tiedostoja tuli paljon lyhyessä ajassa. Yritä myöhemmin uudelleen.',
  removeFile: 'Poista {name}',
  dropFiles: 'Pudota tiedostot tähän',
  chooseAnswer: 'Valitse vastaus',
  place: '{count}/{total}',
  previous: 'Edellinen',
  next: 'Seuraava',
  optional: 'valinnainen',
  fillIn: 'Täytä tämä',
  checkThis: 'Tarkista tämä: se ei näytä oikealta',
  answered: 'Vastattu',

  note: {
    linked: {
      sms: 'Keskustelu jatkuu tekstiviesteillä',
      whatsapp: 'Keskustelu jatkuu WhatsAppissa',
      other: 'Keskustelu jatkuu: {network}'
    },
    unlinked: {
      sms: 'Keskustelu ei enää jatku tekstiviesteillä',
      whatsapp: 'Keskustelu ei enää jatku WhatsAppissa',
      other: 'Keskustelu ei enää jatku: {network}'
    },
    returned: 'Tervetuloa takaisin. Puhelimessa kirjoitettu löytyy täältä.',
    shown: {
      sms: 'Tekstiviestit näkyvät myös täällä',
      whatsapp: 'WhatsAppissa kirjoitettu näkyy myös täällä',
      other: 'Viestit näkyvät myös täällä: {network}'
    },
    notShown: {
      sms: 'Tekstiviestit eivät näy täällä',
      whatsapp: 'WhatsAppissa kirjoitettu ei näy täällä',
      other: 'Viestit eivät näy täällä: {network}'
    },
    texted: 'Lähetimme puhelimeesi tekstiviestin. Vastaa siihen, niin jatkamme siellä.',
    joined: '{name} palvelee sinua nyt',
    closed: 'Keskustelu on päättynyt.'
  },

  networkName: { whatsapp: 'WhatsApp', sms: 'Tekstiviesti', other: '{network}' },
  continueOnPhone: 'Jatka puhelimessa',
  continueOn: {
    sms: 'Jatka tekstiviestillä',
    whatsapp: 'Jatka WhatsAppissa',
    other: 'Jatka: {network}'
  },
  offered: {
    sms: 'Jatketaanko tekstiviesteillä?',
    whatsapp: 'Jatketaanko WhatsAppissa?',
    other: 'Jatketaanko: {network}?'
  },
  oneMoment: 'Hetkinen',
  handoffFailed: 'Emme saaneet yhteyttä chattiin. Tarkista yhteytesi ja yritä uudelleen.',
  handoffLimited: 'Yrityksiä oli monta lyhyessä ajassa. Odota muutama minuutti ja yritä uudelleen.',
  notShownYet: 'Siellä kirjoitettu näkyy täällä vasta, kun olet hyväksynyt sen puhelimessa.',
  notShown: 'Siellä kirjoitettu ei näy täällä.',
  shownHere: 'Siellä kirjoitettu näkyy myös täällä.',
  stopShowing: 'Älä näytä enää täällä'
}
