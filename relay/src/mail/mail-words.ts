/** What a mail says beside the conversation itself, with names in braces where something is filled in. */
const en = {
  subject: 'Your chat with {site}',
  why: 'This is a copy of a chat with {site}. It came to this address because somebody in that chat asked for it. If it is not yours, you need not do anything.',
  you: 'You',
  file: 'File: {name} ({size})',
  cut: 'Earlier messages are left out.',
  times: 'Times: {zone}',
  back: 'To the page of the chat',
  backHint: 'In the browser you used, the chat goes on where it was. Files are there, too.',
  noReply: 'Nobody reads answers to this mail.'
}
export type MailWords = typeof en

const sv: MailWords = {
  subject: 'Din chatt med {site}',
  why: 'Det här är en kopia av en chatt med {site}. Den kom till den här adressen för att någon i chatten bad om det. Om chatten inte är din behöver du inte göra något.',
  you: 'Du',
  file: 'Fil: {name} ({size})',
  cut: 'Tidigare meddelanden är inte med.',
  times: 'Tider: {zone}',
  back: 'Till chattens sida',
  backHint: 'I samma webbläsare fortsätter chatten där den var. Där finns också filerna.',
  noReply: 'Ingen läser svar på det här mejlet.'
}

const da: MailWords = {
  subject: 'Din chat med {site}',
  why: 'Dette er en kopi af en chat med {site}. Den kom til denne adresse, fordi nogen i chatten bad om det. Er chatten ikke din, behøver du ikke gøre noget.',
  you: 'Dig',
  file: 'Fil: {name} ({size})',
  cut: 'Tidligere beskeder er ikke med.',
  times: 'Tider: {zone}',
  back: 'Til chattens side',
  backHint: 'I den samme browser fortsætter chatten, hvor den slap. Filerne er der også.',
  noReply: 'Ingen læser svar på denne mail.'
}

const nb: MailWords = {
  subject: 'Chatten din med {site}',
  why: 'Dette er en kopi av en chat med {site}. Den kom til denne adressen fordi noen i chatten ba om det. Er chatten ikke din, trenger du ikke gjøre noe.',
  you: 'Du',
  file: 'Fil: {name} ({size})',
  cut: 'Tidligere meldinger er ikke med.',
  times: 'Tider: {zone}',
  back: 'Til siden med chatten',
  backHint: 'I samme nettleser fortsetter chatten der den var. Filene er der også.',
  noReply: 'Ingen leser svar på denne e-posten.'
}

const fi: MailWords = {
  subject: 'Keskustelusi: {site}',
  why: 'Tämä on kopio chat-keskustelusta: {site}. Se tuli tähän osoitteeseen, koska joku keskustelussa pyysi sitä. Jos keskustelu ei ole sinun, sinun ei tarvitse tehdä mitään.',
  you: 'Sinä',
  file: 'Tiedosto: {name} ({size})',
  cut: 'Aiemmat viestit on jätetty pois.',
  times: 'Ajat: {zone}',
  back: 'Keskustelun sivulle',
  backHint: 'Samassa selaimessa keskustelu jatkuu siitä, mihin se jäi. Tiedostotkin ovat siellä.',
  noReply: 'Kukaan ei lue vastauksia tähän viestiin.'
}

const de: MailWords = {
  subject: 'Ihr Chat mit {site}',
  why: 'Dies ist eine Kopie eines Chats mit {site}. Sie kam an diese Adresse, weil jemand in diesem Chat darum gebeten hat. Ist es nicht Ihrer, brauchen Sie nichts zu tun.',
  you: 'Sie',
  file: 'Datei: {name} ({size})',
  cut: 'Frühere Nachrichten sind ausgelassen.',
  times: 'Zeiten: {zone}',
  back: 'Zur Seite des Chats',
  backHint: 'Im selben Browser geht der Chat dort weiter, wo er war. Auch die Dateien sind dort.',
  noReply: 'Antworten auf diese E-Mail liest niemand.'
}

const fr: MailWords = {
  subject: 'Votre conversation avec {site}',
  why: 'Voici la copie d’une conversation avec {site}. Elle est arrivée à cette adresse parce que quelqu’un l’a demandée dans cette conversation. Si ce n’est pas la vôtre, vous n’avez rien à faire.',
  you: 'Vous',
  file: 'Fichier : {name} ({size})',
  cut: 'Les messages précédents ne sont pas repris.',
  times: 'Heures : {zone}',
  back: 'Vers la page de la conversation',
  backHint:
    'Dans le même navigateur, la conversation reprend où elle en était. Les fichiers y sont aussi.',
  noReply: 'Personne ne lit les réponses à ce message.'
}

const es: MailWords = {
  subject: 'Su conversación con {site}',
  why: 'Esta es una copia de una conversación con {site}. Ha llegado a esta dirección porque alguien la pidió en esa conversación. Si no es la suya, no tiene que hacer nada.',
  you: 'Usted',
  file: 'Archivo: {name} ({size})',
  cut: 'Los mensajes anteriores no se incluyen.',
  times: 'Horas: {zone}',
  back: 'Ir a la página de la conversación',
  backHint:
    'En el mismo navegador, la conversación sigue donde estaba. También están allí los archivos.',
  noReply: 'Nadie lee las respuestas a este correo.'
}

const nl: MailWords = {
  subject: 'Uw chat met {site}',
  why: 'Dit is een kopie van een chat met {site}. Die kwam op dit adres omdat iemand er in die chat om vroeg. Is het niet uw chat, dan hoeft u niets te doen.',
  you: 'U',
  file: 'Bestand: {name} ({size})',
  cut: 'Eerdere berichten zijn weggelaten.',
  times: 'Tijden: {zone}',
  back: 'Naar de pagina van de chat',
  backHint: 'In dezelfde browser gaat de chat verder waar u was. De bestanden staan daar ook.',
  noReply: 'Niemand leest antwoorden op deze mail.'
}

const ar: MailWords = {
  subject: 'محادثتك مع {site}',
  why: 'هذه نسخة من محادثة مع {site}. وصلت إلى هذا العنوان لأن أحدًا في تلك المحادثة طلبها. إن لم تكن محادثتك فلا داعي لفعل أي شيء.',
  you: 'أنت',
  file: 'ملف: {name} ({size})',
  cut: 'لم تُدرج الرسائل الأقدم.',
  times: 'الأوقات: {zone}',
  back: 'إلى صفحة المحادثة',
  backHint: 'في المتصفح نفسه تستمر المحادثة من حيث توقفت. والملفات هناك أيضًا.',
  noReply: 'لا أحد يقرأ الردود على هذه الرسالة.'
}

/** By their BCP 47 tags. */
export const mailWords: ReadonlyMap<string, MailWords> = new Map(
  Object.entries({ en, sv, da, nb, fi, de, fr, es, nl, ar })
)

const isTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** Those in this language, else in English, and which it is. A tag that is none, as `sv-SE@posix`, is as good as its first part. */
export function wordsIn(language: string): { language: string; words: MailWords } {
  const base = language
    .toLowerCase()
    .split('-')[0]!
    .replace(/^n[no]$/, 'nb')
  const words = mailWords.get(base)
  if (!words) return { language: 'en', words: en }
  return { language: isTag(language) ? language : base, words }
}

/** A text with its names filled in. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (hole, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : hole
  )
