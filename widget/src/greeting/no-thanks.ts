import type { Language } from '../language.ts'

/** Waves a greeting away. Here and not in `strings/`, which are fetched with the chat. */
export const noThanks: Record<Language, string> = {
  en: 'No, thank you',
  sv: 'Nej tack',
  da: 'Nej tak',
  nb: 'Nei takk',
  fi: 'Ei kiitos',
  de: 'Nein, danke',
  fr: 'Non merci',
  es: 'No, gracias',
  nl: 'Nee, dank u',
  ar: 'لا، شكرًا'
}
