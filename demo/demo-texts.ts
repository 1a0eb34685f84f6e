import type { Config } from '@segue/relay'

/** What the shop says in its own words, in the languages its customers write in most. All other words are the widget's. */
export const demoTexts: NonNullable<Config['sites'][number]['texts']> = {
  en: { leaveMessage: "Leave a message, and we'll answer over the first cup of coffee." },
  sv: {
    greeting: 'Hej! Fråga vad du vill om våra sex saker.',
    questions: ['Tål muggen maskindisk?', 'Kan ni slå in den?', 'När kommer den?'],
    leaveMessage: 'Skriv ändå, så svarar vi till första koppen kaffe.',
    phone: { howBack: 'Svara LÄNK, så kommer du tillbaka till butiken.' }
  },
  de: {
    greeting: 'Guten Tag! Fragen Sie uns alles über unsere sechs Dinge.',
    questions: [
      'Darf der Becher in die Spülmaschine?',
      'Können Sie ihn einpacken?',
      'Wann ist er da?'
    ]
  },
  ar: {
    greeting: 'أهلًا وسهلًا! يسعدنا الرد على أي سؤال عن أشيائنا الستة.',
    questions: ['هل يُغسل الكوب في غسالة الصحون؟', 'هل يمكنكم تغليفه كهدية؟', 'متى يصل؟']
  }
}
