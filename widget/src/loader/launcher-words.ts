import type { Language } from '../language.ts'

/** The launcher's name before any language has been fetched. The same as `openChat` in `strings/`. */
export const openChat: Record<Language, string> = {
  en: 'Open chat',
  sv: 'Öppna chatten',
  da: 'Åbn chatten',
  nb: 'Åpne chatten',
  fi: 'Avaa chat',
  de: 'Chat öffnen',
  fr: 'Ouvrir le chat',
  es: 'Abrir el chat',
  nl: 'Chat openen',
  ar: 'فتح الدردشة'
}
